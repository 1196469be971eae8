package dev.accolade.service.cave;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns CAVE's JSON into records. Empty results say that something is not as CAVE sends it; unknown fields are skipped. */
final class CaveJson {

    private CaveJson() {
    }

    /** Empty when this is no array, or one of its items is not readable: a list with holes is no list. */
    static <T> Optional<List<T>> list(JsonNode json, Function<JsonNode, Optional<T>> item) {
        if (!json.isArray()) {
            return Optional.empty();
        }
        List<T> items = new ArrayList<>(json.size());
        for (JsonNode one : json) {
            Optional<T> read = item.apply(one);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            items.add(read.get());
        }
        return Optional.of(items);
    }

    static Optional<CaveGroup> group(JsonNode json) {
        return isNamed(json) ? Optional.of(new CaveGroup(json.get("id").longValue(), json.get("name").textValue())) : Optional.empty();
    }

    static Optional<CaveMember> member(JsonNode json) {
        return isNamed(json) && json.path("admin").isBoolean()
                ? Optional.of(new CaveMember(json.get("id").longValue(), json.get("name").textValue(), json.get("admin").booleanValue()))
                : Optional.empty();
    }

    static Optional<CaveUser> user(JsonNode json) {
        if (!isNamed(json) || !json.path("service_account").isBoolean()) {
            return Optional.empty();
        }
        boolean program = json.get("service_account").booleanValue();
        Optional<String> email = Optional.ofNullable(json.path("email").textValue()).filter(address -> !program && !address.isBlank());
        return Optional.of(new CaveUser(json.get("id").longValue(), json.get("name").textValue(), email, program));
    }

    static Optional<CavePermissions> permissions(JsonNode json) {
        Optional<List<String>> groups = list(json.path("groups"), CaveJson::word);
        Optional<List<String>> administered = list(json.path("groups_admin"), CaveJson::word);
        return groups.flatMap(in -> administered.map(over -> new CavePermissions(in, over)));
    }

    private static Optional<String> word(JsonNode json) {
        return Optional.ofNullable(json.textValue());
    }

    private static boolean isNamed(JsonNode json) {
        return json.path("id").isIntegralNumber() && json.path("name").isTextual();
    }
}
