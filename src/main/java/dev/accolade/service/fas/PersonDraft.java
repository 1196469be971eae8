package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A person of FAS2 while being read, alone or in a list. Everything that is not asked for, a password's hash too, is skipped unread. */
final class PersonDraft implements FasEnvelope.Part {

    private long id;
    private String username;
    private String email;
    private String humanName;
    private String status;
    private List<FasRole> roles;

    /** Reads an object; the parser stands at its beginning. */
    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_OBJECT, "a person");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            take(key, json);
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "a person");
        if (id == 0 || username == null || status == null) {
            throw FasJson.unexpected("a person lacks id, user name or status");
        }
    }

    private void take(String key, JsonParser json) throws IOException {
        switch (key) {
            case "id" -> id = FasJson.number(json, "a person's id");
            case "username" -> username = FasJson.text(json, "a person's user name");
            case "email" -> email = FasJson.textOrNull(json, "a person's e-mail");
            case "human_name" -> humanName = FasJson.textOrNull(json, "a person's name");
            case "status" -> status = FasJson.textOrNull(json, "a person's status");
            case "group_roles" -> roles = roles(json);
            default -> json.skipChildren();
        }
    }

    FasPerson person() {
        Optional<String> address = Optional.ofNullable(email).filter(text -> !text.isBlank());
        return new FasPerson(id, username, address, humanName == null ? "" : humanName, status);
    }

    /** Empty when the answer did not tell the roles. */
    Optional<FasPersonWithRoles> withRoles() {
        return Optional.ofNullable(roles).map(told -> new FasPersonWithRoles(person(), told));
    }

    private static List<FasRole> roles(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_OBJECT, "a person's roles");
        List<FasRole> roles = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            RoleDraft role = new RoleDraft(json.currentName());
            json.nextToken();
            role.read(json);
            role.inGroup().ifPresent(roles::add);
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "a person's roles");
        return roles;
    }
}
