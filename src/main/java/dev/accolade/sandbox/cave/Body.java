package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.sandbox.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The JSON body of a request, handled as carelessly as the server handles it.
 *
 * @param json an empty value of any kind is an empty object
 */
record Body(JsonNode json) {

    /**
     * Reads the body.
     *
     * @throws Halt with 400 when it is not called JSON, or is none
     */
    static Body of(Call call) {
        JsonNode json = raw(call);
        boolean empty = json.isNull() || json.isContainerNode() && json.isEmpty() || json.isTextual() && json.asText().isEmpty()
                || json.isNumber() && json.asDouble() == 0 || json.isBoolean() && !json.asBoolean();
        return new Body(empty ? JsonNodeFactory.instance.objectNode() : json);
    }

    /** The body as it came, null as null. */
    static JsonNode raw(Call call) {
        String type = call.header("Content-Type").orElse("").split(";")[0].trim().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !(type.startsWith("application/") && type.endsWith("+json"))) {
            throw new Halt(Replies.page(400));
        }
        return call.json().orElseThrow(() -> new Halt(Replies.page(400)));
    }

    /** Whether the body has a member, or, as an array or a text, contains its name. */
    boolean has(String name) {
        if (json.isObject()) {
            return json.has(name);
        }
        if (json.isArray()) {
            for (JsonNode one : json) {
                if (one.isTextual() && one.asText().equals(name)) {
                    return true;
                }
            }
            return false;
        }
        if (json.isTextual()) {
            return json.asText().contains(name);
        }
        throw Halt.stumbles();
    }

    JsonNode get(String name) {
        if (!json.isObject()) {
            throw Halt.stumbles();
        }
        return json.path(name);
    }

    /** The members that are not there, as a refusal; nothing when all are. */
    void require(String... names) {
        if (!json.isObject()) {
            throw Halt.stumbles();
        }
        List<String> missing = Arrays.stream(names).filter(name -> !json.has(name)).toList();
        if (!missing.isEmpty()) {
            throw new Halt(Replies.sentence(400, "Missing fields: " + String.join(", ", missing) + "."));
        }
    }

    /** A text for the database; null for null. */
    String text(String name, int longest) {
        JsonNode value = get(name);
        if (value.isContainerNode() || value.asText().length() > longest) {
            throw Halt.stumbles();
        }
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    /** An id for the database: a number or a text of digits; -1, which nobody has, for null. */
    int id(String name) {
        JsonNode value = get(name);
        if (value.isNull()) {
            return -1;
        }
        if (value.isIntegralNumber() && value.canConvertToInt() || value.isTextual() && value.asText().matches("\\s*\\d{1,9}\\s*")) {
            return value.isTextual() ? Integer.parseInt(value.asText().trim()) : value.intValue();
        }
        throw Halt.stumbles();
    }
}
