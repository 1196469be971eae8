package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order of documents.
 *
 * @param keys dotted paths in order of weight, each with whether it ascends
 */
record Sorting(Map<String, Boolean> keys) implements Comparator<ObjectNode> {

    private static final List<JsonNodeType> TYPES = List.of(JsonNodeType.MISSING, JsonNodeType.NULL, JsonNodeType.NUMBER, JsonNodeType.STRING,
            JsonNodeType.OBJECT, JsonNodeType.ARRAY, JsonNodeType.BOOLEAN);

    /** From {@code title}, {@code -title}, or a JSON object of directions. */
    static Sorting of(JsonNode sort) {
        Map<String, Boolean> keys = new LinkedHashMap<>();
        if (sort.isObject()) {
            sort.properties().forEach(field -> keys.put(field.getKey(), ascends(field.getValue())));
        } else {
            for (String name : sort.asText().split("\\s+")) {
                if (!name.isEmpty()) {
                    keys.put(name.startsWith("-") ? name.substring(1) : name, !name.startsWith("-"));
                }
            }
        }
        return new Sorting(keys);
    }

    private static boolean ascends(JsonNode direction) {
        String text = direction.asText();
        return !text.startsWith("-") && !text.startsWith("desc");
    }

    /** Whether the order is that of ids alone, upwards. */
    boolean byId() {
        return keys.equals(Map.of("_id", true));
    }

    @Override
    public int compare(ObjectNode left, ObjectNode right) {
        for (Map.Entry<String, Boolean> key : keys.entrySet()) {
            int sign = compare(Paths.get(left, key.getKey()), Paths.get(right, key.getKey()));
            if (sign != 0) {
                return key.getValue() ? sign : -sign;
            }
        }
        return 0;
    }

    /** The database's order of values: by type first, then by value. */
    static int compare(JsonNode left, JsonNode right) {
        int types = Integer.compare(rank(left), rank(right));
        if (types != 0) {
            return types;
        }
        if (left.isNumber()) {
            return Double.compare(left.asDouble(), right.asDouble());
        }
        return left.isContainerNode() ? left.toString().compareTo(right.toString()) : left.asText().compareTo(right.asText());
    }

    private static int rank(JsonNode value) {
        return value.isMissingNode() ? 1 : TYPES.indexOf(value.getNodeType());
    }
}
