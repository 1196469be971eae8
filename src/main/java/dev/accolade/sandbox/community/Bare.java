package dev.accolade.sandbox.community;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/** The sample without its people. */
final class Bare {

    private Bare() {
    }

    static JsonNode of(String service, ObjectNode sample) {
        switch (service) {
            case "fas" -> {
                keep(sample, "people", person -> person.path("username").asText().equals("accolade"));
                keep(sample, "groups", group -> group.path("name").asText().equals("accounts"));
            }
            case "cave" -> {
                keep(sample, "users", user -> user.path("admin").asBoolean() || user.has("parent_id"));
                keep(sample, "groups", group -> group.path("name").asText().equals("default"));
                empty(sample, "datasets", "group_members", "group_permissions", "dataset_admins", "table_mappings");
            }
            case "cloudspot" -> empty(sample, "companies", "users");
            case "badgr" -> empty(sample, "issuers");
            default -> { }
        }
        return sample;
    }

    private static void keep(ObjectNode seed, String field, Predicate<JsonNode> which) {
        ArrayNode all = (ArrayNode) seed.path(field);
        ArrayNode kept = seed.putArray(field);
        all.forEach(one -> {
            if (which.test(one)) {
                kept.add(one);
            }
        });
    }

    private static void empty(ObjectNode seed, String... fields) {
        for (String field : fields) {
            seed.putArray(field);
        }
    }
}
