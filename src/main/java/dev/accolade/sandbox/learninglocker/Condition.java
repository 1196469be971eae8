package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a filter says about one path. */
final class Condition {

    private static final Set<String> KNOWN = Set.of("$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists", "$regex", "$options",
            "$not", "$all", "$size");

    private final Model model;
    private final String path;
    private Predicate<JsonNode> test = value -> true;

    private Condition(Model model, String path) {
        this.model = model;
        this.path = path;
    }

    /** The whole condition; a value alone means that the path holds it. */
    static Condition of(Model model, String path, JsonNode condition) {
        Condition made = new Condition(model, path);
        made.test = made.compiled(condition);
        return made;
    }

    boolean test(JsonNode value) {
        return test.test(value);
    }

    private Predicate<JsonNode> compiled(JsonNode condition) {
        boolean operators = condition.isObject() && condition.size() > 0 && condition.fieldNames().next().startsWith("$");
        if (!operators) {
            return equal(condition);
        }
        List<Predicate<JsonNode>> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : condition.properties()) {
            if (!one.getKey().equals("$options")) {
                parts.add(operator(one.getKey(), Filter.plain(one.getValue()), condition));
            }
        }
        return value -> parts.stream().allMatch(part -> part.test(value));
    }

    private Predicate<JsonNode> operator(String name, JsonNode operand, JsonNode whole) {
        refuseUnknown(name);
        return switch (name) {
            case "$eq" -> equal(operand);
            case "$ne" -> equal(operand).negate();
            case "$gt" -> compared(operand, sign -> sign > 0);
            case "$gte" -> compared(operand, sign -> sign >= 0);
            case "$lt" -> compared(operand, sign -> sign < 0);
            case "$lte" -> compared(operand, sign -> sign <= 0);
            case "$in" -> any(operand);
            case "$nin" -> any(operand).negate();
            case "$exists" -> value -> value.isMissingNode() != operand.asBoolean(true);
            case "$regex" -> regex(operand.has("$regex") ? operand : whole);
            case "$not" -> compiled(operand).negate();
            case "$size" -> value -> value.isArray() && value.size() == operand.asInt(-1);
            default -> every(operand);
        };
    }

    private void refuseUnknown(String name) {
        if (KNOWN.contains(name)) {
            return;
        }
        Kind kind = model.kind(path).orElse(Kind.FLAG);
        if (kind == Kind.FLAG) {
            throw Errors.database("unknown operator: " + name);
        }
        throw Errors.badRequest("Can't use " + name + " with " + kind.inQueries() + ".");
    }

    private Predicate<JsonNode> equal(JsonNode wanted) {
        if (wanted.isObject() && wanted.has("$regex")) {
            return regex(wanted);
        }
        if (wanted.isNull()) {
            return value -> value.isNull() || value.isMissingNode();
        }
        JsonNode cast = cast(wanted);
        return value -> same(value, cast) || value.isArray() && holds(value, one -> same(one, cast));
    }

    private Predicate<JsonNode> any(JsonNode list) {
        if (!list.isArray()) {
            throw Errors.database("$in needs an array");
        }
        List<Predicate<JsonNode>> choices = new ArrayList<>();
        list.forEach(one -> choices.add(equal(Filter.plain(one))));
        return value -> choices.stream().anyMatch(choice -> choice.test(value));
    }

    private Predicate<JsonNode> every(JsonNode list) {
        List<Predicate<JsonNode>> all = new ArrayList<>();
        list.forEach(one -> all.add(equal(Filter.plain(one))));
        return value -> !all.isEmpty() && all.stream().allMatch(one -> one.test(value));
    }

    private Predicate<JsonNode> compared(JsonNode bound, IntPredicate sign) {
        JsonNode cast = cast(bound);
        Predicate<JsonNode> one = value -> comparable(value, cast) && sign.test(Sorting.compare(value, cast));
        return value -> one.test(value) || value.isArray() && holds(value, one);
    }

    private static Predicate<JsonNode> regex(JsonNode regex) {
        String options = regex.path("$options").asText("");
        int flags = (options.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0) | (options.contains("m") ? Pattern.MULTILINE : 0)
                | (options.contains("s") ? Pattern.DOTALL : 0);
        try {
            Pattern pattern = Pattern.compile(regex.path("$regex").asText(), flags);
            Predicate<JsonNode> one = value -> value.isTextual() && pattern.matcher(value.textValue()).find();
            return value -> one.test(value) || value.isArray() && holds(value, one);
        } catch (PatternSyntaxException bad) {
            throw Errors.database("Regular expression is invalid: " + bad.getDescription());
        }
    }

    private JsonNode cast(JsonNode wanted) {
        Kind kind = model.kind(path).orElse(Kind.SCOPES);
        if (kind == Kind.SCOPES || wanted.isNull() || wanted.isContainerNode()) {
            return wanted;
        }
        return Casts.tried(kind, wanted).orElseThrow(() -> kind == Kind.ID ? Errors.badIdInQuery(model, wanted, path)
                : Errors.badRequest("Cast to " + kind.inQueries().toLowerCase(Locale.ROOT) + " failed for value " + Inspection.quoted(wanted)
                + " at path \"" + path + "\" for model \"" + model.title() + "\""));
    }

    private static boolean same(JsonNode value, JsonNode wanted) {
        return value.isNumber() && wanted.isNumber() ? value.asDouble() == wanted.asDouble() : value.equals(wanted);
    }

    private static boolean comparable(JsonNode value, JsonNode bound) {
        return value.isTextual() && bound.isTextual() || value.isNumber() && bound.isNumber() || value.isBoolean() && bound.isBoolean();
    }

    private static boolean holds(JsonNode array, Predicate<JsonNode> test) {
        for (JsonNode one : array) {
            if (test.test(one)) {
                return true;
            }
        }
        return false;
    }
}
