package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The query parameters of the REST interface.
 *
 * @param filter   after the rewriting of {@code ~}, {@code >}, {@code <}, {@code !=} and arrays; missing when none was sent
 * @param select   missing when none was sent
 * @param sort     missing when none was sent
 * @param limit    0 for all
 * @param populate paths whose ids are replaced by documents, each {@code {"path", "select"?}}
 * @param distinct a path whose values are asked for
 */
record RestQuery(JsonNode filter, JsonNode select, JsonNode sort, long limit, long skip, List<JsonNode> populate, Optional<String> distinct) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static RestQuery of(Call call) {
        JsonNode filter = MissingNode.getInstance();
        if (call.parameter("query").isPresent()) {
            filter = rewritten(call.parameter("query").get());
        }
        return new RestQuery(filter, lenient(call, "select"), lenient(call, "sort"), number(call, "limit"), number(call, "skip"),
                populate(lenient(call, "populate")), call.parameter("distinct").filter(path -> !path.isEmpty()));
    }

    private static JsonNode rewritten(String text) {
        if (JsonSyntax.complaint(text).isPresent()) {
            throw badQuery();
        }
        try {
            return rewritten("", JSON.readTree(text));
        } catch (JsonProcessingException | PatternSyntaxException bad) {
            throw badQuery();
        }
    }

    private static Refusal badQuery() {
        return Errors.described("%s must be a valid JSON string", "invalid_json");
    }

    private static JsonNode rewritten(String key, JsonNode value) {
        if (value.isTextual()) {
            return text(value);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode inner = Paths.NODES.arrayNode();
            array.forEach(one -> inner.add(rewritten("0", one)));
            return key.startsWith("$") ? inner : Paths.NODES.objectNode().set("$in", inner);
        }
        if (value instanceof ObjectNode object) {
            ObjectNode inner = Paths.NODES.objectNode();
            object.properties().forEach(field -> inner.set(field.getKey(), rewritten(field.getKey(), field.getValue())));
            return inner;
        }
        return value;
    }

    private static JsonNode text(JsonNode value) {
        String text = value.textValue();
        if (text.startsWith("~")) {
            Pattern.compile(text.substring(1));
            return Paths.NODES.objectNode().put("$regex", text.substring(1)).put("$options", "i");
        }
        for (String[] pair : List.of(new String[] {">=", "$gte"}, new String[] {">", "$gt"}, new String[] {"<=", "$lte"}, new String[] {"<", "$lt"},
                new String[] {"!=", "$ne"})) {
            if (text.startsWith(pair[0])) {
                return Paths.NODES.objectNode().put(pair[1], text.substring(pair[0].length()));
            }
        }
        return value;
    }

    private static JsonNode lenient(Call call, String name) {
        Optional<String> text = call.parameter(name).filter(one -> !one.isEmpty());
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode parsed = JSON.readTree(text.get());
            return parsed.isContainerNode() ? parsed : Paths.NODES.textNode(text.get());
        } catch (JsonProcessingException plain) {
            return Paths.NODES.textNode(text.get());
        }
    }

    private static long number(Call call, String name) {
        return leadingNumber(call.parameter(name).orElse("")).orElse(0L);
    }

    /** The number a text begins with. */
    static Optional<Long> leadingNumber(String text) {
        Matcher found = Pattern.compile("^\\s*([+-]?\\d{1,12})").matcher(text);
        return found.find() ? Optional.of(Long.parseLong(found.group(1))) : Optional.empty();
    }

    private static List<JsonNode> populate(JsonNode populate) {
        List<JsonNode> wanted = new ArrayList<>();
        if (populate.isTextual()) {
            for (String path : populate.textValue().split(",")) {
                wanted.add(Paths.NODES.objectNode().put("path", path));
            }
        } else if (populate.isArray()) {
            populate.forEach(wanted::add);
        } else if (populate.isObject()) {
            wanted.add(populate);
        }
        return wanted;
    }
}
