package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a sorted list: the sort keys' values of one shown document.
 *
 * @param values by path; a key that the projection left out is missing, and then nothing comes after the cursor
 */
record Cursor(JsonNode values, Sorting sorting) {

    /** The cursor of a place that holds no values. */
    static final String NONE = "e30=";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a cursor.
     *
     * @throws Refusal when it is none
     */
    static Cursor of(String text, Sorting sorting) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'));
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] &= 0x7f;
            }
            JsonNode values = JSON.readTree(new String(bytes, StandardCharsets.US_ASCII));
            if (values.isObject()) {
                return new Cursor(values, sorting);
            }
        } catch (JsonProcessingException | IllegalArgumentException none) {
            throw bad(sorting);
        }
        throw bad(sorting);
    }

    private static Refusal bad(Sorting sorting) {
        String first = sorting.keys().isEmpty() ? "_id" : sorting.keys().keySet().iterator().next();
        return Errors.numbered(500, "Cannot read property '" + first + "' of null");
    }

    /** The cursor of a shown document; non-ASCII signs do not survive, as at the server. */
    static String text(ObjectNode shown, Sorting sorting) {
        ObjectNode values = Paths.NODES.objectNode();
        for (String path : sorting.keys().keySet()) {
            JsonNode value = Paths.get(shown, path);
            if (!value.isMissingNode()) {
                values.set(path, value);
            }
        }
        return Base64.getEncoder().encodeToString(values.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The id, where the cursor holds one. */
    Optional<String> id() {
        return Optional.ofNullable(values.path("_id").textValue());
    }

    /** Whether a document lies beyond this place: behind it, or before it when going backwards. */
    boolean leads(ObjectNode document, boolean backwards) {
        for (Map.Entry<String, Boolean> key : sorting.keys().entrySet()) {
            JsonNode here = values.path(key.getKey());
            if (here.isMissingNode()) {
                return false;
            }
            int sign = Sorting.compare(Paths.get(document, key.getKey()), here);
            if (sign != 0) {
                return sign > 0 == (key.getValue() != backwards);
            }
        }
        return false;
    }
}
