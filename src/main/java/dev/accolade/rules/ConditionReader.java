package dev.accolade.rules;

import dev.accolade.model.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads conditions: what a person must hold, and who is excluded. */
final class ConditionReader {

    private final KnownNames known;
    private final BiConsumer<Node, String> report;
    private final ToIntFunction<Node> line;

    ConditionReader(KnownNames known, BiConsumer<Node, String> report, ToIntFunction<Node> line) {
        this.known = known;
        this.report = report;
        this.line = line;
    }

    Optional<Holds> holds(YamlMap map) {
        return source(map).flatMap(source -> holds(map, source));
    }

    /**
     * One exclusion, or a list of at least one.
     *
     * @param name  {@code exclude}, where each must name its source, or {@code except}
     * @param usual the source where an exception names none; empty while nobody knows it, and then such an exception is not read
     */
    List<Exclusion> exclusions(Node node, String name, Optional<String> usual) {
        List<Node> nodes = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        if (nodes.isEmpty()) {
            report.accept(node, "'" + name + "' is an empty list; name at least one, or leave it out.");
        }
        List<Exclusion> found = new ArrayList<>();
        nodes.forEach(one -> YamlMap.of(one, "An exclusion", report).flatMap(map -> exclusion(map, name.equals("exclude"), usual)).ifPresent(found::add));
        return found;
    }

    private Optional<Exclusion> exclusion(YamlMap map, boolean namesSource, Optional<String> usual) {
        Optional<String> source = map.get("source").isPresent() || namesSource ? source(map) : usual;
        return source.flatMap(name -> (isByStatus(map, name) ? hasStatus(map, name) : holds(map, name)).map(condition ->
                new Exclusion(line.applyAsInt(map.node()), condition, known.vocabulary(name).enrolledOnly())));
    }

    private boolean isByStatus(YamlMap map, String source) {
        return map.get("status").isPresent() && !known.vocabulary(source).statuses().isEmpty();
    }

    private Optional<Condition> hasStatus(YamlMap map, String source) {
        KnownNames.Vocabulary words = known.vocabulary(source);
        for (String other : List.of(words.scopeWord(), words.rightWord())) {
            map.get(other).ifPresent(node -> report.accept(node, "An exclusion is by 'status' or by '" + other + "'; write one for each."));
        }
        map.only("a condition on " + source, List.of("source", "status", words.scopeWord(), words.rightWord()));
        return Optional.of(new HasStatus(source, oneOf(map, "status", words.statuses(), source)));
    }

    private Optional<String> source(YamlMap map) {
        Optional<String> source = map.requiredText("source", "A condition");
        if (source.isPresent() && !known.sources().containsKey(source.get())) {
            report.accept(map.get("source").orElseThrow(),
                    "No source is named '" + source.get() + "'; " + Nearest.hint(source.get(), known.sources().keySet()) + ".");
            return Optional.empty();
        }
        return source;
    }

    private Optional<Holds> holds(YamlMap map, String source) {
        KnownNames.Vocabulary words = known.vocabulary(source);
        map.only("a condition on " + source, List.of("source", words.scopeWord(), words.rightWord()));
        TreeSet<String> rights = oneOf(map, words.rightWord(), words.rights(), source);
        Optional<String> scope = words.scopeRequired() ? map.requiredText(words.scopeWord(), "A condition on " + source) : map.text(words.scopeWord());
        if (words.scopeRequired() && scope.isEmpty()) {
            return Optional.empty();
        }
        if (scope.isEmpty() && rights.isEmpty()) {
            report.accept(map.node(), "A condition on " + source + " needs '" + words.rightWord() + "' or '" + words.scopeWord() + "'.");
            return Optional.empty();
        }
        return Optional.of(new Holds(source, scope, rights));
    }

    /** @param words the source's own; empty when any will do */
    private TreeSet<String> oneOf(YamlMap map, String name, List<String> words, String source) {
        TreeSet<String> found = new TreeSet<>();
        for (YamlMap.Located one : map.texts(name)) {
            if (!words.isEmpty() && !words.contains(one.text())) {
                report.accept(one.node(), "'" + one.text() + "' is no " + name + " of " + source + "; " + Nearest.hint(one.text(), words) + ".");
            }
            found.add(one.text());
        }
        return found;
    }
}
