package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A filter in the database's language, made ready for one model. Values are cast to what their paths hold, as the server does. */
final class Filter {

    private final Predicate<ObjectNode> test;
    private final Optional<String> id;
    private final Optional<String> key;

    private Filter(Predicate<ObjectNode> test, Optional<String> id, Optional<String> key) {
        this.test = test;
        this.id = id;
        this.key = key;
    }

    /**
     * Reads a filter.
     *
     * @throws Refusal when it asks for something the server cannot answer
     */
    static Filter of(Model model, JsonNode filter) {
        if (!filter.isObject()) {
            return new Filter(document -> true, Optional.empty(), Optional.empty());
        }
        JsonNode id = plain(filter.path("_id"));
        JsonNode key = filter.path("api.basic_key");
        return new Filter(all(model, filter), id.isTextual() ? Casts.id(id) : Optional.empty(),
                model == Model.CLIENT ? Optional.ofNullable(key.textValue()) : Optional.empty());
    }

    /** The documents that match, ascending by id; uses the index where the filter names an id or a key. */
    Stream<ObjectNode> in(Documents documents) {
        return narrowed(documents).orElseGet(documents::all).filter(test);
    }

    /** Those among the given documents that match. */
    Stream<ObjectNode> among(Documents documents, Supplier<Stream<ObjectNode>> scan, Predicate<ObjectNode> range) {
        return narrowed(documents).map(few -> few.filter(range)).orElseGet(scan).filter(test);
    }

    boolean matches(ObjectNode document) {
        return test.test(document);
    }

    private Optional<Stream<ObjectNode>> narrowed(Documents documents) {
        if (id.isPresent()) {
            return Optional.of(documents.find(id.get()).stream());
        }
        return key.map(documents::withKey);
    }

    private static Predicate<ObjectNode> all(Model model, JsonNode filter) {
        List<Predicate<ObjectNode>> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : filter.properties()) {
            parts.add(field.getKey().startsWith("$") ? logic(model, field.getKey(), field.getValue())
                    : path(model, field.getKey(), field.getValue()));
        }
        return document -> parts.stream().allMatch(part -> part.test(document));
    }

    private static Predicate<ObjectNode> logic(Model model, String operator, JsonNode branches) {
        if (operator.equals("$comment")) {
            return document -> true;
        }
        List<Predicate<ObjectNode>> parts = new ArrayList<>();
        if (!branches.isArray() || branches.isEmpty()) {
            throw Errors.database(operator + " must be a nonempty array");
        }
        for (JsonNode branch : branches) {
            parts.add(all(model, branch));
        }
        return switch (operator) {
            case "$and" -> document -> parts.stream().allMatch(part -> part.test(document));
            case "$or" -> document -> parts.stream().anyMatch(part -> part.test(document));
            case "$nor" -> document -> parts.stream().noneMatch(part -> part.test(document));
            default -> throw Errors.database("unknown top level operator: " + operator);
        };
    }

    private static Predicate<ObjectNode> path(Model model, String path, JsonNode condition) {
        Condition compiled = Condition.of(model, path, plain(condition));
        return document -> compiled.test(Paths.get(document, path));
    }

    /** {@code {"$oid": x}} and {@code {"$dte": x}} as the text within. */
    static JsonNode plain(JsonNode value) {
        if (value.isObject() && value.size() == 1) {
            for (String name : List.of("$oid", "$dte")) {
                if (value.has(name)) {
                    return value.get(name);
                }
            }
        }
        return value;
    }
}
