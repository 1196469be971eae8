package dev.accolade.rules;

import dev.accolade.model.Nearest;
import dev.accolade.rules.Identities.Declared;
import dev.accolade.rules.Identities.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads lists of members: those that are one person, and those that are not; who is both is a mistake. */
final class MemberLists {

    private final String file;
    private final YamlText reading;
    private final Set<String> sources;
    /** The first name of the link that a name belongs to. */
    private final Map<Name, Name> linkedTo = new HashMap<>();
    private final Map<Name, Integer> linkedAt = new HashMap<>();

    MemberLists(String file, YamlText reading, Set<String> sources) {
        this.file = file;
        this.reading = reading;
        this.sources = sources;
    }

    /** Links that share a member are one. */
    List<Declared> links(YamlMap root) {
        List<Name> order = new ArrayList<>();
        for (Entry entry : entries(root, "links")) {
            Name first = entry.names().get(0).name();
            entry.names().forEach(one -> {
                linkedAt.putIfAbsent(one.name(), reading.line(one.node()));
                unite(first, one.name());
                order.add(one.name());
            });
        }
        Map<Name, List<Name>> groups = new LinkedHashMap<>();
        order.stream().distinct().forEach(name -> groups.computeIfAbsent(first(name), key -> new ArrayList<>()).add(name));
        return groups.values().stream().map(group -> new Declared(group, file + ":" + linkedAt.get(group.get(0)))).toList();
    }

    /** Read after the links, so that a contradiction is found. */
    List<Declared> separations(YamlMap root) {
        List<Declared> separations = new ArrayList<>();
        for (Entry entry : entries(root, "separations")) {
            for (int i = 0; i < entry.names().size(); i++) {
                for (int j = 0; j < i; j++) {
                    contradiction(entry.names().get(j).name(), entry.names().get(i));
                }
            }
            separations.add(new Declared(entry.names().stream().map(Written::name).toList(), file + ":" + reading.line(entry.node())));
        }
        return separations;
    }

    private void contradiction(Name one, Written other) {
        if (linkedTo.containsKey(one) && linkedTo.containsKey(other.name()) && first(one).equals(first(other.name()))) {
            reading.report(other.node(), one + " and " + other.name() + " are one person by the link at line " + linkedAt.get(other.name())
                    + ", and two by this line. Take one of them out.");
        }
    }

    private void unite(Name one, Name other) {
        linkedTo.put(one, linkedTo.containsKey(one) ? first(one) : one);
        Name old = linkedTo.containsKey(other) ? first(other) : other;
        linkedTo.put(other, old);
        linkedTo.put(old, first(one));
    }

    private Name first(Name name) {
        Name up = linkedTo.get(name);
        return up == null || up.equals(name) ? name : first(up);
    }

    private record Written(Name name, Node node) {}

    private record Entry(List<Written> names, Node node) {}

    private List<Entry> entries(YamlMap root, String list) {
        Optional<Node> node = root.get(list);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            reading.report(node.get(), "'" + list + "' must be a list of lists, as in [[fedora:ann, reef:17]].");
            return List.of();
        }
        return node.map(found -> ((SequenceNode) found).getValue().stream().flatMap(one -> entry(list, one).stream()).toList()).orElse(List.of());
    }

    private Optional<Entry> entry(String list, Node node) {
        if (!(node instanceof SequenceNode members)) {
            reading.report(node, "An entry of '" + list + "' must be a list of members, as in [fedora:ann, reef:17].");
            return Optional.empty();
        }
        List<Written> names = members.getValue().stream().flatMap(one -> YamlMap.plain(one).map(text -> name(text, one))
                .orElseGet(() -> nothing(one, "A member must be text, as in fedora:ann.")).stream()).toList();
        if (names.stream().map(Written::name).distinct().count() < 2 && names.size() == members.getValue().size()) {
            reading.report(node, "An entry of '" + list + "' needs at least two members.");
            return Optional.empty();
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Entry(names, node));
    }

    private Optional<Written> name(String text, Node node) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            return nothing(node, "'" + text + "' is no member; write SOURCE:ID or SOURCE:USERNAME.");
        }
        String source = text.substring(0, colon);
        return knownSource(node, source, sources, reading) ? Optional.of(new Written(new Name(source, text.substring(colon + 1).strip()), node)) : Optional.empty();
    }

    private Optional<Written> nothing(Node node, String mistake) {
        reading.report(node, mistake);
        return Optional.empty();
    }

    static boolean knownSource(Node where, String source, Set<String> sources, YamlText reading) {
        if (!sources.contains(source)) {
            reading.report(where, "No source is named '" + source + "'; " + Nearest.hint(source, sources) + ".");
        }
        return sources.contains(source);
    }
}
