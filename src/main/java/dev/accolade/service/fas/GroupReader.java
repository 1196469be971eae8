package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code group} of {@code json/group_by_id} and {@code json/group_by_name}. */
final class GroupReader implements FasEnvelope.Part {

    private FasGroup group;

    @Override
    public void read(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_OBJECT, "group");
        long id = 0;
        String name = null;
        String type = null;
        List<FasMembership> approved = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "id" -> id = FasJson.number(json, "a group's id");
                case "name" -> name = FasJson.text(json, "a group's name");
                case "group_type" -> type = FasJson.text(json, "a group's type");
                case "approved_roles" -> approved = approved(json);
                default -> json.skipChildren();
            }
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "group");
        if (id == 0 || name == null || type == null || approved == null) {
            throw FasJson.unexpected("a group lacks its id, name, type or approved roles");
        }
        group = new FasGroup(id, name, type, approved);
    }

    FasGroup group() {
        return group;
    }

    private static List<FasMembership> approved(JsonParser json) throws IOException {
        FasJson.require(json.currentToken(), JsonToken.START_ARRAY, "the approved roles");
        List<FasMembership> members = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            RoleDraft role = new RoleDraft("");
            role.read(json);
            if (!role.isComplete()) {
                throw FasJson.unexpected("an approved role lacks its group");
            }
            members.add(role.membership());
        }
        FasJson.require(json.currentToken(), JsonToken.END_ARRAY, "the approved roles");
        return members;
    }
}
