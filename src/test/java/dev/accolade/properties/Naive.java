package dev.accolade.properties;

import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import dev.accolade.model.MemberKey;
import dev.accolade.rules.Holds;
import dev.accolade.rules.Rule;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What anybody would say of a rule who has all complete reads before them and all the time in the world. */
final class Naive {

    static final Map<String, String> GROUPS = Map.of("packager", "1", "docs", "2", "veterans", "3", "divers", "7", "bots", "8");

    private final World world;

    Naive(World world) {
        this.world = world;
    }

    /** Whether these members may lose what the rule earned: nothing that makes it hold is left for certain, or an exception was seen. */
    boolean surelyNot(Rule rule, Collection<MemberKey> members) {
        boolean left = known(rule.when(), members) && world.observed.everSeen().stream()
                .filter(fact -> fits(fact, rule.when(), members)).allMatch(fact -> world.observed.gone(fact, World.CONFIRM_AFTER));
        return left || rule.except().filter(except -> known(except, members) && seen(except, members)).isPresent();
    }

    /** Whether these members may be given what the rule earns: it was seen to hold, and nobody need guess about the exception. */
    boolean mayEarn(Rule rule, Collection<MemberKey> members) {
        return known(rule.when(), members) && seen(rule.when(), members) && rule.except().map(except -> known(except, members)).orElse(true);
    }

    /** Whether each read that could show it, from one that did on, has shown it, and nobody need guess about the exception. */
    boolean surelyHolds(Rule rule, Collection<MemberKey> members, Collection<String> presentGroups) {
        return mayEarn(rule, members) && rule.except().filter(except -> seen(except, members)).isEmpty()
                && Stream.concat(Stream.of(rule.when()), rule.except().stream()).allMatch(condition -> presentGroups.contains(GROUPS.get(condition.scope().orElseThrow())))
                && world.observed.everSeen().stream().anyMatch(fact -> fits(fact, rule.when(), members) && world.observed.undisputed(fact));
    }

    /** What really is, not what was read. */
    boolean trulyHolds(Rule rule, Collection<MemberKey> members) {
        return truly(rule.when(), members) && !rule.except().map(except -> truly(except, members)).orElse(false) && standsStill(rule).isEmpty();
    }

    /** A group of the rule that is not there; empty when all are. */
    Optional<String> standsStill(Rule rule) {
        return Stream.concat(Stream.of(rule.when()), rule.except().stream())
                .filter(condition -> !world.village.groups.get(condition.source()).containsKey(GROUPS.get(condition.scope().orElseThrow())))
                .map(condition -> condition.scope().orElseThrow()).findFirst();
    }

    private boolean truly(Holds condition, Collection<MemberKey> members) {
        return world.village.facts.stream().anyMatch(fact -> fits(fact, condition, members));
    }

    private boolean seen(Holds condition, Collection<MemberKey> members) {
        return world.observed.everSeen().stream().anyMatch(fact -> fits(fact, condition, members));
    }

    private boolean known(Holds condition, Collection<MemberKey> members) {
        Instant oldest = world.clock.instant().minus(World.MAX_AGE);
        String source = condition.source();
        List<MemberKey> there = members.stream().filter(member -> member.source().equals(source)).toList();
        return world.observed.fresh(Coverage.of(source, Kind.EVERYTHING), oldest)
                || world.observed.fresh(new Coverage(source, Kind.SCOPE, GROUPS.get(condition.scope().orElseThrow())), oldest)
                || !there.isEmpty() && there.stream().allMatch(member -> world.observed.fresh(new Coverage(source, Kind.MEMBER, member.id()), oldest));
    }

    private static boolean fits(Fact fact, Holds condition, Collection<MemberKey> members) {
        return fact.source().equals(condition.source()) && fact.group().equals(GROUPS.get(condition.scope().orElseThrow()))
                && (condition.rights().isEmpty() || condition.rights().contains(fact.right())) && members.contains(new MemberKey(fact.source(), fact.member()));
    }
}
