package dev.accolade.rules;

import dev.accolade.model.Nearest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule; what is wrong is reported, and then the rule is not returned. */
final class RuleReader {

    private static final List<String> KEYS = List.of("id", "title", "when", "except", "award", "authorize", "on-leave", "on-drift");

    /** Beyond it the sum with a date may be no date any more; who means never writes keep. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final KnownNames known;
    private final BiConsumer<Node, String> report;
    private final ToIntFunction<Node> line;
    private final AwardReader awards;
    private final Map<String, Integer> ids = new HashMap<>();

    RuleReader(KnownNames known, BiConsumer<Node, String> report, ToIntFunction<Node> line) {
        this.known = known;
        this.report = report;
        this.line = line;
        this.awards = new AwardReader(known, report);
    }

    Optional<Rule> rule(Node node) {
        Optional<YamlMap> found = YamlMap.of(node, "A rule", report);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        YamlMap map = found.get().only("a rule", KEYS);
        Optional<String> id = map.requiredText("id", "A rule");
        id.ifPresent(text -> once(text, map.get("id").orElseThrow(), line.applyAsInt(node)));
        String what = id.map(text -> "Rule '" + text + "'").orElse("A rule");
        Optional<Holds> when = map.required("when", what).flatMap(unused -> map.map("when")).flatMap(this::holds);
        Optional<Award> award = award(map, what);
        Optional<Holds> except = map.map("except").flatMap(exception -> exception(exception, when));
        OnLeave onLeave = map.map("on-leave").map(leave -> onLeave(leave, map.get("authorize").isPresent())).orElse(OnLeave.DEFAULT);
        if (id.isEmpty() || when.isEmpty() || award.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(id.get(), map.text("title").orElse(id.get()), line.applyAsInt(node), when.get(), except, award.get(), onLeave, onDrift(map)));
    }

    private void once(String id, Node where, int ruleLine) {
        Integer first = ids.putIfAbsent(id, ruleLine);
        if (first != null) {
            report.accept(where, "The id '" + id + "' is taken by the rule at line " + first + ".");
        }
    }

    private Optional<Award> award(YamlMap map, String what) {
        boolean badge = map.get("award").isPresent();
        boolean client = map.get("authorize").isPresent();
        if (badge == client) {
            report.accept(map.node(), what + " needs exactly one of 'award' (a badge) and 'authorize' (a learning record client).");
            return Optional.empty();
        }
        return badge ? map.map("award").flatMap(awards::badge) : map.map("authorize").flatMap(awards::client);
    }

    /** An exception reads as in the condition it belongs to, so its source may be left out. */
    private Optional<Holds> exception(YamlMap map, Optional<Holds> when) {
        return map.get("source").isPresent() ? holds(map) : when.flatMap(condition -> holds(map, condition.source()));
    }

    private Optional<Holds> holds(YamlMap map) {
        Optional<String> source = map.requiredText("source", "A condition");
        if (source.isPresent() && !known.sources().containsKey(source.get())) {
            report.accept(map.get("source").orElseThrow(),
                    "No source is named '" + source.get() + "'; " + Nearest.hint(source.get(), known.sources().keySet()) + ".");
            return Optional.empty();
        }
        return source.flatMap(name -> holds(map, name));
    }

    private Optional<Holds> holds(YamlMap map, String source) {
        KnownNames.Vocabulary words = known.vocabulary(source);
        map.only("a condition on " + source, List.of("source", words.scopeWord(), words.rightWord()));
        TreeSet<String> rights = new TreeSet<>();
        for (YamlMap.Located right : map.texts(words.rightWord())) {
            if (!words.rights().isEmpty() && !words.rights().contains(right.text())) {
                report.accept(right.node(), "'" + right.text() + "' is no " + words.rightWord() + " of " + source + "; " + Nearest.hint(right.text(), words.rights()) + ".");
            }
            rights.add(right.text());
        }
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

    private OnDrift onDrift(YamlMap map) {
        Map<String, OnDrift> words = Map.of("report", OnDrift.REPORT, "heal", OnDrift.HEAL);
        return map.text("on-drift").map(word -> {
            OnDrift found = words.get(word.toLowerCase(Locale.ROOT));
            if (found == null) {
                report.accept(map.get("on-drift").orElseThrow(), "'" + word + "' is nothing 'on-drift' knows; " + Nearest.hint(word, words.keySet()) + ".");
            }
            return found == null ? OnDrift.REPORT : found;
        }).orElse(OnDrift.REPORT);
    }

    private OnLeave onLeave(YamlMap map, boolean client) {
        map.only("on-leave", List.of("do", "after", "reason"));
        Map<String, OnLeave.Action> actions = client
                ? Map.of("keep", OnLeave.Action.KEEP, "disable", OnLeave.Action.DISABLE)
                : Map.of("keep", OnLeave.Action.KEEP, "revoke", OnLeave.Action.REVOKE);
        OnLeave.Action action = map.requiredText("do", "'on-leave'").map(word -> {
            OnLeave.Action found = actions.get(word.toLowerCase(Locale.ROOT));
            if (found == null) {
                report.accept(map.get("do").orElseThrow(), "'" + word + "' cannot be done here; " + Nearest.hint(word, actions.keySet()) + ".");
            }
            return found == null ? OnLeave.Action.KEEP : found;
        }).orElse(OnLeave.Action.KEEP);
        return new OnLeave(action, duration(map), map.text("reason").orElse("No longer earned"));
    }

    private Duration duration(YamlMap map) {
        return map.text("after").map(text -> {
            try {
                Duration after = Duration.parse(text);
                if (!after.isNegative() && after.compareTo(LONGEST) <= 0) {
                    return after;
                }
            } catch (DateTimeParseException noDuration) {
                // Reported below, together with negative and endless ones.
            }
            report.accept(map.get("after").orElseThrow(), "'" + text + "' is no length of time; write P7D for seven days, PT12H for twelve hours.");
            return Duration.ZERO;
        }).orElse(Duration.ZERO);
    }
}
