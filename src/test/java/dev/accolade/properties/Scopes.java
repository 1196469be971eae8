package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.Desired;
import dev.accolade.model.MemberKey;
import dev.accolade.rules.Award;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a planned client may be given, and what may be taken from it. */
final class Scopes {

    private final World world;
    private final Naive naive;

    Scopes(World world) {
        this.world = world;
        this.naive = new Naive(world);
    }

    static Set<String> of(Collection<Rule> rules) {
        return rules.stream().flatMap(rule -> ((Award.Client) rule.award()).scopes().stream()).collect(Collectors.toSet());
    }

    /** What the change says that it takes. */
    static List<String> taken(Seen.Change change) {
        return change.evidence().containsKey("scopesTaken") ? List.of(change.evidence().get("scopesTaken").split(", ")) : List.of();
    }

    /** Each scope is earned by what was read, or stays with a rule that surely gave it and has not surely ended; none that still may be earned is taken. */
    void justified(Seen.Change change, Collection<MemberKey> members) {
        List<Rule> about = world.watch.rulesOf(change.objectId());
        List<Rule> earning = about.stream().filter(rule -> naive.mayEarn(rule, members)).toList();
        List<Rule> staying = about.stream().filter(rule -> change.earnedBy().containsKey(rule.id()) && (keeps(rule) || !naive.surelyNot(rule, members))).toList();
        assertThat(((Desired.Client) change.desired()).scopes()).as("%s gives more than was earned by %s or stays by %s", change, earning, staying)
                .isSubsetOf(of(Stream.concat(earning.stream(), staying.stream()).toList()));
        List<String> taken = taken(change);
        List<Rule> gave = world.watch.gave(change);
        List<Rule> ended = gave.stream().filter(rule -> !keeps(rule) && naive.surelyNot(rule, members)).toList();
        assertThat(gave.stream().filter(rule -> !ended.contains(rule))).as("%s takes what these rules may still give", change)
                .noneMatch(rule -> of(List.of(rule)).stream().anyMatch(taken::contains));
        assertThat(of(ended).containsAll(taken) || "APPROVAL".equals(change.waitingFor())).as("%s takes what nobody was seen to lose, unasked", change).isTrue();
    }

    private static boolean keeps(Rule rule) {
        return rule.onLeave().action() == OnLeave.Action.KEEP;
    }
}
