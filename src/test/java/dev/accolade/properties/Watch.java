package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Plans.Summary;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.MemberKey;
import dev.accolade.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must hold in every step. */
final class Watch {

    private final World world;
    private final Seen seen;
    private final Naive naive;
    private final WhoIsWho whoIsWho;
    /** When a plan for everybody last saw that what earned an assertion or client surely holds, by its id; and by that and each rule. */
    private final Map<String, Instant> lastHeld = new HashMap<>();
    /** Rules that may have earned something for whoever a member was at that time. */
    final Map<MemberKey, Set<String>> everEarned = new HashMap<>();
    private long lastChange;
    private final Map<Target, Integer> deedsChecked = new HashMap<>();

    Watch(World world) {
        this.world = world;
        this.seen = new Seen(world.database);
        this.naive = new Naive(world);
        this.whoIsWho = new WhoIsWho(world, seen);
    }

    /** After every step, whatever it was. */
    void step() {
        world.durable();
        for (Target target : world.targets) {
            target.intact();
            List<Fake.Deed> deeds = target.fake().deeds;
            List<Fake.Deed> fresh = deeds.subList(deedsChecked.getOrDefault(target, 0), deeds.size());
            if (fresh.isEmpty()) {
                continue;
            }
            Map<Long, Seen.Change> changes = seen.changes().stream().collect(Collectors.toMap(Seen.Change::id, Function.identity()));
            fresh.forEach(deed -> deed(target, deed, changes.get(deed.claim().id())));
            deedsChecked.put(target, deeds.size());
            limit(deeds, "awards", deed -> deed.claim().kind() == ChangeKind.AWARD, target.limits().awardsPerDay());
            limit(deeds, "removals", Fake.Deed::takes, target.limits().removalsPerDay());
            limit(deeds, "first awards", target::greets, target.limits().firstAwards());
        }
    }

    /** Something really was changed on a target. */
    private void deed(Target target, Fake.Deed deed, Seen.Change change) {
        assertThat(target.fake().deeds.stream().filter(one -> one.claim().id() == change.id() && one.claim().kind() == deed.claim().kind()).count())
                .as("%s was done more than once", change).isEqualTo(1);
        target.asPlanned(deed, change);
        if (deed.claim().kind() == ChangeKind.REVOKE && !change.reason().equals("READDRESSED") && !world.approved.contains(change.id())) {
            assertThat(change.reason()).as("%s needs an approval", change).isIn("LEFT", "EXCLUDED");
            assertThat(change.dueAt() == null || change.dueAt() <= deed.at().plus(slack()).toEpochMilli()).as("%s was done within its grace, at %s", change, deed.at()).isTrue();
        }
    }

    /** Counted by the moment of the claim for which it was really done; what somebody approved is not counted. */
    private void limit(List<Fake.Deed> deeds, String what, Predicate<Fake.Deed> counts, int most) {
        List<Instant> claimed = deeds.stream().filter(deed -> counts.test(deed) && !world.approved.contains(deed.claim().id()))
                .map(deed -> deed.claim().beginBy().minus(World.LEASE.dividedBy(2))).toList();
        for (Instant at : claimed) {
            assertThat(claimed.stream().filter(other -> !other.isAfter(at) && other.isAfter(at.minus(Duration.ofDays(1)))).count())
                    .as("%s of the day before %s", what, at).isLessThanOrEqualTo(most);
        }
    }

    /** A plan was made: each new change is justified by what was read. */
    void planned() {
        Map<Long, Set<MemberKey>> members = seen.members();
        whoIsWho.correlated(members);
        earned(members);
        for (Seen.Change change : seen.changesAfter(lastChange)) {
            justified(change, members.getOrDefault(change.person(), Set.of()));
            lastChange = change.id();
        }
    }

    /** After a plan for everybody. */
    void plannedForEverybody() {
        Map<Long, Set<MemberKey>> members = seen.members();
        List<String> underWay = seen.underWay();
        List<String> present = seen.presentGroups();
        for (Seen.Grant grant : seen.liveGrants()) {
            if (!grant.merged() && !underWay.contains(grant.remoteId())) {
                rules(grant.earnedBy(), grant.objectId()).stream().filter(rule -> naive.surelyHolds(rule, members.get(grant.person()), present)).forEach(rule -> {
                    lastHeld.merge(grant.remoteId(), world.clock.instant(), Watch::later);
                    lastHeld.merge(grant.remoteId() + " " + rule.id(), world.clock.instant(), Watch::later);
                });
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether a rule was last seen to earn it so long ago that what it gave may go. */
    boolean graceIsOver(String remoteId, Rule rule) {
        return !lastHeld.getOrDefault(remoteId + " " + rule.id(), Instant.EPOCH).plus(rule.onLeave().after()).minus(slack()).isAfter(world.clock.instant());
    }

    /** What follows on a move was planned with it: by now its person may have left, or its rule may be gone. */
    private boolean wasEarned(Optional<Rule> rule, Set<MemberKey> members) {
        return rule.isEmpty() || members.stream().anyMatch(member -> everEarned.getOrDefault(member, Set.of()).contains(rule.get().id()));
    }

    private void justified(Seen.Change change, Set<MemberKey> members) {
        assertThat(change.inPlan()).as("%s stands in a kept plan", change).isTrue();
        if (change.kind().equals("REVOKE") && !change.reason().equals("READDRESSED")) {
            List<Rule> rules = rules(change.earnedBy(), change.objectId());
            assertThat(change.evidence()).as("evidence of %s", change).containsKeys("noLonger", "leftSince", "username");
            assertThat(rules).as("%s: these rules may still hold", change).allMatch(rule -> naive.surelyNot(rule, members));
            assertThat(Instant.parse(change.evidence().get("leftSince"))).as("%s: its grace began before it last held", change)
                    .isAfterOrEqualTo(lastHeld.getOrDefault(change.remoteId(), Instant.EPOCH).minus(slack()));
            Duration grace = rules.stream().map(rule -> rule.onLeave().after()).max(Duration::compareTo).orElse(Duration.ZERO);
            assertThat(grace.isZero() ? change.dueAt() == null : change.dueAt() == Instant.parse(change.evidence().get("leftSince")).plus(grace).toEpochMilli())
                    .as("%s has the grace %s", change, grace).isTrue();
        } else if (change.kind().equals("EXPIRE")) {
            assertThat(Instant.parse(change.evidence().get("ends"))).as("%s has not come to its end", change).isBeforeOrEqualTo(world.clock.instant().plus(slack()));
        } else {
            assertThat(change.evidence()).as("evidence of %s", change).containsKeys("member", "right", "scope", "firstSeen");
            Optional<Rule> rule = world.book.rule(change.rule());
            assertThat(rule.filter(one -> naive.mayEarn(one, members)).isPresent() || change.reason().equals("REISSUED") && wasEarned(rule, members))
                    .as("%s is not earned by what was read", change).isTrue();
            world.target(change.target()).justified(change, members);
        }
    }

    /** Rules of the book that had earned it and still name the same badge class or store. */
    private List<Rule> rules(Map<String, String> earnedBy, String objectId) {
        return rulesOf(objectId).stream().filter(rule -> earnedBy.containsKey(rule.id())).toList();
    }

    /** Rules of the book about one badge class or store. */
    List<Rule> rulesOf(String objectId) {
        return world.book.rules().stream().filter(rule -> objectId(rule).equals(objectId)).toList();
    }

    /** Those that earned the grant that a change alters. */
    List<Rule> gave(Seen.Change change) {
        return seen.liveGrants().stream().filter(grant -> grant.remoteId().equals(change.remoteId())).flatMap(grant -> rules(grant.earnedBy(), grant.objectId()).stream()).toList();
    }

    private String objectId(Rule rule) {
        return world.target(rule.award().target()).objectId(rule.award().objectName());
    }

    private void earned(Map<Long, Set<MemberKey>> members) {
        members.values().forEach(own -> world.book.rules().stream().filter(rule -> naive.mayEarn(rule, own))
                .forEach(rule -> own.forEach(member -> everEarned.computeIfAbsent(member, key -> new HashSet<>()).add(rule.id()))));
    }

    /** Nothing new was learned, so a second plan plans nothing. */
    void emptyAgain(Summary second) {
        assertThat(second.isEmpty()).as("the second plan without anything new: %s", second).isTrue();
    }

    private Duration slack() {
        return world.clock.turnedBack();
    }
}
