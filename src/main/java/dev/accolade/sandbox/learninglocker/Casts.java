package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns what a caller sends into what a path holds, as leniently as the server does. */
final class Casts {

    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final int ID_DIGITS = 24;
    private static final Set<String> NO = Set.of("false", "0", "no");

    private Casts() {
    }

    /** The value to store; null stays null. */
    static JsonNode cast(Kind kind, String path, JsonNode value) throws CastFailure {
        if (value.isNull()) {
            return value;
        }
        if (kind == Kind.SCOPES) {
            return scopes(path, value);
        }
        Optional<JsonNode> cast = tried(kind, value);
        if (cast.isPresent()) {
            return cast.get();
        }
        throw new CastFailure(CastFailure.error(kind.instance(), value, path, reason(kind, path, value)));
    }

    /** The value to store; empty when it cannot be one. */
    static Optional<JsonNode> tried(Kind kind, JsonNode value) {
        return switch (kind) {
            case TEXT, SCOPES -> value.isValueNode() ? Optional.of(Paths.NODES.textNode(value.asText())) : Optional.empty();
            case FLAG -> flag(value);
            case ID -> id(value).map(Paths.NODES::textNode);
            case DATE -> time(value).map(Database::time).map(Paths.NODES::textNode);
            case NUMBER -> number(value);
        };
    }

    /** An ObjectId: 24 hexadecimal digits, or any twelve characters. */
    static Optional<String> id(JsonNode value) {
        String text = value.isObject() ? value.path("_id").asText() : value.asText();
        if (text.length() == ID_DIGITS && text.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        return text.length() == 12 ? Optional.of(HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1))) : Optional.empty();
    }

    /** A time in ISO form, with or without time of day and zone, or milliseconds since 1970. */
    static Optional<Instant> time(JsonNode value) {
        String text = value.asText();
        try {
            if (value.isNumber() || text.matches("-?\\d{5,}")) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(value.isNumber() ? Long.toString(value.asLong()) : text)));
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return Optional.of(OffsetDateTime.parse(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z").toInstant());
        } catch (DateTimeException | NumberFormatException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> flag(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : "";
        if (YES.contains(text)) {
            return Optional.of(Paths.NODES.booleanNode(true));
        }
        return NO.contains(text) ? Optional.of(Paths.NODES.booleanNode(false)) : Optional.empty();
    }

    private static Optional<JsonNode> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value);
        }
        if (value.isBoolean()) {
            return Optional.of(Paths.NODES.numberNode(value.booleanValue() ? 1 : 0));
        }
        return value.asText().matches("-?\\d{1,18}") ? Optional.of(Paths.NODES.numberNode(Long.parseLong(value.asText()))) : Optional.empty();
    }

    private static JsonNode scopes(String path, JsonNode value) throws CastFailure {
        ArrayNode list = Paths.NODES.arrayNode();
        JsonNode given = value.isArray() ? value : Paths.NODES.arrayNode().add(value);
        for (JsonNode one : given) {
            if (one.isContainerNode()) {
                JsonNode shown = Paths.NODES.textNode(Inspection.of(given));
                JsonNode inner = CastFailure.error("[string]", shown, path, CastFailure.error("string", one, path, NullNode.instance));
                throw new CastFailure(CastFailure.error(Kind.SCOPES.instance(), value, path, inner));
            }
            list.add(one.isNull() ? one : Paths.NODES.textNode(one.asText()));
        }
        return list;
    }

    private static JsonNode reason(Kind kind, String path, JsonNode value) {
        return switch (kind) {
            case TEXT, SCOPES -> CastFailure.error("string", value, path, NullNode.instance);
            case FLAG -> CastFailure.error("Boolean", value, path, CastFailure.error("boolean", value, "undefined", NullNode.instance));
            case ID -> CastFailure.error("ObjectId", value, path,
                    plain("Argument passed in must be a single String of 12 bytes or a string of 24 hex characters"));
            case DATE -> CastFailure.error("date", value, path, plain("The expression evaluated to a falsy value"));
            case NUMBER -> CastFailure.error("number", value, path, plain("The expression evaluated to a falsy value"));
        };
    }

    private static ObjectNode plain(String message) {
        return Paths.NODES.objectNode().put("message", message).put("stack", "Error");
    }
}
