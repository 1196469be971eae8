package dev.accolade.sandbox.fasjson;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that {@code X-Fields} asks for. Source: docs/services/fasjson.md, facts 17 to 20. */
record Mask(Optional<List<String>> fields) {

    /** @param usual fields of those who do not ask; empty for all */
    static Mask of(Optional<String> header, List<String> usual) {
        Optional<List<String>> asked = header.map(text -> Arrays.stream(text.replaceAll("[{}\\s]", "").split(",")).filter(name -> !name.isEmpty()).toList());
        return new Mask(asked.filter(names -> !names.isEmpty()).or(() -> usual.isEmpty() ? Optional.empty() : Optional.of(usual)));
    }

    /** True where the field is fetched from the directory; a mask of the link alone fetches everything. */
    boolean fetches(String field) {
        return fields.map(names -> names.contains(field) || names.equals(List.of("uri"))).orElse(true);
    }

    /** The server makes the link of the key, and fails when the link is asked for and the key is not. */
    boolean breaks(String key) {
        return fields.map(names -> names.contains("uri") && !fetches(key)).orElse(false);
    }

    Map<String, Object> apply(Map<String, Object> all) {
        if (fields.isEmpty()) {
            return all;
        }
        Map<String, Object> some = new LinkedHashMap<>();
        fields.get().forEach(name -> some.put(name, all.get(name)));
        return some;
    }
}
