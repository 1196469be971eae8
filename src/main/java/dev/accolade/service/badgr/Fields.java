package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads fields of Badgr's JSON and takes nothing for what it is not: a field of another kind is an error, never a default.
 * Every method throws {@link IllegalArgumentException} that names the field, and never its value.
 */
final class Fields {

    private Fields() {
    }

    static String text(JsonNode json, String name) {
        return optional(json, name).orElseThrow(() -> new IllegalArgumentException("a result with no " + name));
    }

    /** Empty when absent or null. */
    static Optional<String> optional(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrong(name);
        }
        return Optional.of(value.textValue());
    }

    /** False when absent. */
    static boolean flag(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(name);
        }
        return value.asBoolean();
    }

    static Instant time(JsonNode json, String name) {
        return optionalTime(json, name).orElseThrow(() -> new IllegalArgumentException("a result with no " + name));
    }

    static Optional<Instant> optionalTime(JsonNode json, String name) {
        try {
            return optional(json, name).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("a result with a " + name + " that is no time", noTime);
        }
    }

    /** Empty when absent or null. */
    static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> item) {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw wrong(name);
        }
        List<T> items = new ArrayList<>();
        value.forEach(one -> items.add(item.apply(one)));
        return items;
    }

    /** An item of a list of texts. */
    static String word(JsonNode json) {
        if (!json.isTextual()) {
            throw new IllegalArgumentException("a list of texts with something else in it");
        }
        return json.textValue();
    }

    /** An object; empty when absent or null. */
    static Optional<JsonNode> object(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw wrong(name);
        }
        return Optional.of(value);
    }

    static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException("a result whose " + name + " is of the wrong kind");
    }
}
