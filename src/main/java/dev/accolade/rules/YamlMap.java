package dev.accolade.rules;

import dev.accolade.model.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML mapping that knows where it stands and reports each mistake to a list instead of stopping at the first. */
final class YamlMap {

    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final BiConsumer<Node, String> report;

    private YamlMap(Node node, BiConsumer<Node, String> report) {
        this.node = node;
        this.report = report;
    }

    /** Empty, and reported, when the node is no mapping. */
    static Optional<YamlMap> of(Node node, String what, BiConsumer<Node, String> report) {
        if (!(node instanceof MappingNode mapping)) {
            report.accept(node, what + " must be a mapping of names to values, but is " + kind(node) + ".");
            return Optional.empty();
        }
        YamlMap map = new YamlMap(node, report);
        for (NodeTuple tuple : mapping.getValue()) {
            map.add(tuple);
        }
        return Optional.of(map);
    }

    private void add(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            report.accept(tuple.getKeyNode(), "A name must be plain text.");
        } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
            report.accept(key, "'" + key.getValue() + "' stands here a second time; which one counts is anybody's guess.");
        } else {
            names.put(key.getValue(), key);
        }
    }

    /** Reports every name that is not one of these. */
    YamlMap only(String what, List<String> known) {
        values.forEach((name, value) -> {
            if (!known.contains(name)) {
                report.accept(names.get(name), "'" + name + "' is nothing " + what + " knows; " + Nearest.hint(name, known) + ".");
            }
        });
        return this;
    }

    Node node() {
        return node;
    }

    Optional<Node> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** In the order of the file. */
    Set<String> names() {
        return names.keySet();
    }

    Node nameNode(String name) {
        return names.get(name);
    }

    /** The text of a node; empty when it is no text, or an empty one. */
    static Optional<String> plain(Node node) {
        return node instanceof ScalarNode scalar && !isEmpty(scalar) ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** Reports when it is missing. */
    Optional<Node> required(String name, String what) {
        if (!values.containsKey(name)) {
            report.accept(node, what + " needs '" + name + "'.");
        }
        return get(name);
    }

    Optional<String> requiredText(String name, String what) {
        return required(name, what).flatMap(value -> text(value, name));
    }

    Optional<String> text(String name) {
        return get(name).flatMap(value -> text(value, name));
    }

    /** One text or a list of at least one; an empty list is reported, for it might be read as all or as none. */
    List<Located> texts(String name) {
        List<Located> found = new ArrayList<>();
        get(name).ifPresent(value -> {
            List<Node> nodes = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
            if (nodes.isEmpty()) {
                report.accept(value, "'" + name + "' is an empty list; name at least one, or leave it out.");
            }
            nodes.forEach(one -> text(one, name).ifPresent(text -> found.add(new Located(text, one))));
        });
        return found;
    }

    /** A text and where it stands. */
    record Located(String text, Node node) {}

    Optional<YamlMap> map(String name) {
        return get(name).flatMap(value -> of(value, "'" + name + "'", report));
    }

    private Optional<String> text(Node value, String name) {
        if (value instanceof ScalarNode scalar && !isEmpty(scalar)) {
            return Optional.of(scalar.getValue());
        }
        report.accept(value, "'" + name + "' must be text, but is " + kind(value) + ".");
        return Optional.empty();
    }

    private static boolean isEmpty(ScalarNode scalar) {
        return scalar.getValue().isBlank() || scalar.getTag().equals(Tag.NULL);
    }

    private static String kind(Node node) {
        if (node instanceof ScalarNode scalar) {
            return isEmpty(scalar) ? "empty" : "'" + scalar.getValue() + "'";
        }
        return node instanceof SequenceNode ? "a list" : "a mapping";
    }
}
