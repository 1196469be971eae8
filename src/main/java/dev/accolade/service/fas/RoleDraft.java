package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** A role of FAS2 while being read. */
final class RoleDraft implements FasEnvelope.Part {

    private final String groupName;
    private boolean tellsGroup;
    private Long groupId;
    private Long personId;
    private FasRoleType type;
    private String status;

    RoleDraft(String groupName) {
        this.groupName = groupName;
    }

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_OBJECT, "a role");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            boolean absent = json.nextToken() == JsonToken.VALUE_NULL;
            switch (key) {
                case "group_id" -> {
                    tellsGroup = true;
                    groupId = absent ? null : FasJson.number(json, "a role's group");
                }
                case "person_id" -> personId = absent ? null : FasJson.number(json, "a role's person");
                case "role_type" -> type = absent ? null : type(json);
                case "role_status" -> status = FasJson.textOrNull(json, "a role's status");
                default -> json.skipChildren();
            }
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "a role");
        if (!tellsGroup) {
            throw FasJson.unexpected("a role without a word on its group");
        }
        if (groupId != null && (personId == null || type == null || status == null)) {
            throw FasJson.unexpected("a role lacks its person, type or status");
        }
    }

    /** Empty for the row of nulls that FAS2 makes for people without any role. */
    Optional<FasRole> inGroup() {
        return Optional.ofNullable(groupId).map(id -> new FasRole(id, groupName, type, status));
    }

    FasMembership membership() {
        return new FasMembership(personId, type);
    }

    boolean isComplete() {
        return groupId != null;
    }

    private static FasRoleType type(JsonParser json) throws IOException {
        String word = FasJson.text(json, "a role's type");
        return FasRoleType.of(word).orElseThrow(() -> FasJson.unexpected("a role's type is none of the three that FAS2 has"));
    }
}
