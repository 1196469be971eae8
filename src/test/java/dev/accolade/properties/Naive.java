package dev.accolade.properties;

import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import dev.accolade.model.MemberKey;
import dev.accolade.rules.Condition;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.HasStatus;
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
        return left || rule.except().stream().map(Exclusion::condition).anyMatch(except -> known(except, members) && seen(except, members));
    }

    /** Whether these members may be given what the rule earns: it was seen to hold, and nobody need guess about the exception. */
    boolean mayEarn(Rule rule, Collection<MemberKey> members) {
        return known(rule.when(), members) && seen(rule.when(), members) && rule.except().stream().allMatch(except -> known(except.condition(), members));
    }

    /** Whether each read that could show it, from one that did on, has shown it, and nobody need guess about the exception. */
    boolean surelyHolds(Rule rule, Collection<MemberKey> members, Collection<String> presentGroups) {
        return mayEarn(rule, members) && rule.except().stream().noneMatch(except -> seen(except.condition(), members))
                && groups(rule).allMatch(condition -> presentGroups.contains(group(condition)))
                && world.observed.everSeen().stream().anyMatch(fact -> fits(fact, rule.when(), members) && world.observed.undisputed(fact));
    }

    /** What really is, not what was read. */
    boolean trulyHolds(Rule rule, Collection<MemberKey> members) {
        return truly(rule.when(), members) && rule.except().stream().noneMatch(except -> truly(except.condition(), members)) && standsStill(rule).isEmpty();
    }

    /** A group of the rule that is not there; empty when all are. */
    Optional<String> standsStill(Rule rule) {
        return groups(rule).filter(condition -> !world.village.groups.get(condition.source()).containsKey(group(condition)))
                .map(condition -> condition.scope().orElseThrow()).findFirst();
    }

    private static Stream<Holds> groups(Rule rule) {
        return Stream.concat(Stream.of(rule.when()), rule.except().stream().map(Exclusion::condition)).filter(Holds.class::isInstance).map(Holds.class::cast);
    }

    private static String group(Holds condition) {
        return GROUPS.get(condition.scope().orElseThrow());
    }

    private boolean truly(Condition condition, Collection<MemberKey> members) {
        return condition instanceof HasStatus ? members.stream().filter(member -> member.source().equals(condition.source())).anyMatch(this::isBot) : truly((Holds) condition, members);
    }

    /** Of an account that is gone, what it was last counts. */
    private boolean isBot(MemberKey member) {
        return (world.village.members.get(member.source()).containsKey(member.id()) ? world.village.bots : world.observed.lastBots).contains(member);
    }

    private boolean truly(Holds condition, Collection<MemberKey> members) {
        return world.village.facts.stream().anyMatch(fact -> fits(fact, condition, members));
    }

    private boolean seen(Condition condition, Collection<MemberKey> members) {
        return condition instanceof HasStatus ? members.stream().filter(member -> member.source().equals(condition.source())).anyMatch(world.observed.bots::contains) : seen((Holds) condition, members);
    }

    private boolean seen(Holds condition, Collection<MemberKey> members) {
        return world.observed.everSeen().stream().anyMatch(fact -> fits(fact, condition, members));
    }

    private boolean known(Condition condition, Collection<MemberKey> members) {
        Instant oldest = world.clock.instant().minus(World.MAX_AGE);
        String source = condition.source();
        List<MemberKey> there = members.stream().filter(member -> member.source().equals(source)).toList();
        boolean listed = condition instanceof Holds held
                ? world.observed.fresh(Coverage.of(source, Kind.EVERYTHING), oldest) || world.observed.fresh(new Coverage(source, Kind.SCOPE, group(held)), oldest)
                : world.observed.fresh(Coverage.of(source, Kind.PEOPLE), oldest);
        return listed || !there.isEmpty() && there.stream().allMatch(member -> world.observed.fresh(new Coverage(source, Kind.MEMBER, member.id()), oldest));
    }

    private static boolean fits(Fact fact, Holds condition, Collection<MemberKey> members) {
        return fact.source().equals(condition.source()) && fact.group().equals(group(condition))
                && (condition.rights().isEmpty() || condition.rights().contains(fact.right())) && members.contains(new MemberKey(fact.source(), fact.member()));
    }
}
