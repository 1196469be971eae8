package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Plants a described state. */
final class Seed {

    private final Writer writer;
    private final Database database;
    private final Map<String, String> names = new HashMap<>();

    Seed(Database database) {
        this.database = database;
        this.writer = new Writer(database);
    }

    void plant(JsonNode seed) {
        plant(Model.ORGANISATION, seed.path("organisations"));
        plant(Model.STORE, seed.path("stores"));
        plant(Model.CLIENT, seed.path("clients"));
        seed.path("users").forEach(this::user);
    }

    private void user(JsonNode entry) {
        ObjectNode user = entry.deepCopy();
        user.put("email", entry.path("email").asText().toLowerCase(Locale.ROOT));
        user.path("organisations").forEach(one -> ((ObjectNode) one).set("organisation", named(one.path("organisation"))));
        database.users().put(id(entry), user);
    }

    private String id(JsonNode entry) {
        String id = entry.path("id").asText(database.newId()).toLowerCase(Locale.ROOT);
        if (entry.has("var")) {
            names.put("${" + entry.get("var").asText() + "}", id);
        }
        return id;
    }

    private void plant(Model model, JsonNode entries) {
        for (JsonNode entry : entries) {
            String id = id(entry);
            ObjectNode body = Paths.NODES.objectNode();
            entry.properties().forEach(field -> body.set(field.getKey(), named(field.getValue())));
            if (body.path("authority").isObject()) {
                body.put("authority", body.get("authority").toString());
            }
            writer.seed(model, body, id);
        }
    }

    private JsonNode named(JsonNode value) {
        return value.isTextual() && names.containsKey(value.textValue()) ? Paths.NODES.textNode(names.get(value.textValue())) : value;
    }
}
