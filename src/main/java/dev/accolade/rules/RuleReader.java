package dev.accolade.rules;

import dev.accolade.model.Nearest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule; what is wrong is reported, and then the rule is not returned. */
final class RuleReader {

    private static final List<String> KEYS = List.of("id", "title", "when", "except", "award", "authorize", "on-leave", "on-identity-change", "on-drift");

    /** Beyond it the sum with a date may be no date any more; who means never writes keep. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final BiConsumer<Node, String> report;
    private final ToIntFunction<Node> line;
    private final ConditionReader conditions;
    private final List<Exclusion> exclude;
    private final AwardReader awards;
    private final Map<String, Integer> ids = new HashMap<>();

    /** @param exclude what every rule has besides its own exceptions */
    RuleReader(KnownNames known, ConditionReader conditions, List<Exclusion> exclude, BiConsumer<Node, String> report, ToIntFunction<Node> line) {
        this.conditions = conditions;
        this.exclude = exclude;
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
        Optional<Holds> when = map.required("when", what).flatMap(unused -> map.map("when")).flatMap(conditions::holds);
        Optional<Award> award = award(map, what);
        List<Exclusion> except = new ArrayList<>(map.get("except").map(exceptions -> conditions.exclusions(exceptions, "except", when.map(Holds::source))).orElse(List.of()));
        except.addAll(exclude);
        OnLeave onLeave = map.map("on-leave").map(leave -> onLeave(leave, map.get("authorize").isPresent())).orElse(OnLeave.DEFAULT);
        OnIdentityChange onIdentityChange = onIdentityChange(map);
        if (id.isEmpty() || when.isEmpty() || award.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(id.get(), map.text("title").orElse(id.get()), line.applyAsInt(node), when.get(), except, award.get(), onLeave, onIdentityChange, onDrift(map)));
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

    private OnIdentityChange onIdentityChange(YamlMap map) {
        Map<String, OnIdentityChange> known = Map.of("keep", OnIdentityChange.KEEP, "reissue", OnIdentityChange.REISSUE);
        Optional<String> word = map.text("on-identity-change");
        if (word.isPresent() && map.get("authorize").isPresent()) {
            report.accept(map.get("on-identity-change").orElseThrow(), "'on-identity-change' is for badges; a client is always brought up to date. Leave it out.");
        } else if (word.isPresent() && !known.containsKey(word.get())) {
            report.accept(map.get("on-identity-change").orElseThrow(), "'" + word.get() + "' cannot be done here; " + Nearest.hint(word.get(), known.keySet()) + ".");
        }
        return word.map(known::get).orElse(OnIdentityChange.KEEP);
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
