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
import java.util.Set;

/** What must hold in every step. */
final class Watch {

    private final World world;
    private final Seen seen;
    private final Naive naive;
    /** When a plan for everybody last saw that what earned an assertion surely holds. */
    private final Map<String, Instant> lastHeld = new HashMap<>();
    /** Rules that may have earned something, by person and badge class. */
    final Map<String, Set<String>> everEarned = new HashMap<>();
    private long lastChange;
    private int deedsChecked;

    Watch(World world) {
        this.world = world;
        this.seen = new Seen(world.database);
        this.naive = new Naive(world);
    }

    /** After every step, whatever it was. */
    void step() {
        world.durable();
        world.badgr.assertions.values().stream().filter(one -> one.createdBy().filter(FakeBadgr.OTHERS::equals).isPresent())
                .forEach(theirs -> assertThat(theirs.revoked()).as("theirs was revoked: %s", theirs).isFalse());
        assertThat(world.badgr.live().stream().map(one -> one.badgeClassId() + " " + one.recipient())).as("live twice").doesNotHaveDuplicates();
        List<Seen.Change> changes = seen.changes();
        Map<Long, Seen.Change> byId = new HashMap<>();
        changes.forEach(change -> byId.put(change.id(), change));
        for (; deedsChecked < world.badgr.deeds.size(); deedsChecked++) {
            deed(world.badgr.deeds.get(deedsChecked), byId);
        }
        limit(ChangeKind.AWARD, World.LIMITS.awardsPerDay());
        limit(ChangeKind.REVOKE, World.LIMITS.removalsPerDay());
    }

    /** Something really was changed on the target. */
    private void deed(FakeBadgr.Deed deed, Map<Long, Seen.Change> changes) {
        Seen.Change change = changes.get(deed.claim().id());
        assertThat(world.badgr.deeds.stream().filter(one -> one.claim().id() == change.id() && one.claim().kind() == deed.claim().kind()).count())
                .as("%s was done more than once", change).isEqualTo(1);
        assertThat(deed.claim().kind()).isIn(ChangeKind.AWARD, ChangeKind.REVOKE, ChangeKind.RENEW);
        if (deed.claim().kind() == ChangeKind.REVOKE && !world.approved.contains(change.id())) {
            assertThat(change.reason()).as("%s needs an approval", change).isIn("LEFT", "EXCLUDED");
            assertThat(change.dueAt() == null || change.dueAt() <= deed.at().plus(slack()).toEpochMilli()).as("%s was done within its grace, at %s", change, deed.at()).isTrue();
        }
    }

    /** Counted by the moment of the claim, as the ledger promises; what somebody approved is not counted. */
    private void limit(ChangeKind kind, int most) {
        List<Instant> claimed = world.badgr.deeds.stream().filter(one -> one.claim().kind() == kind && !world.approved.contains(one.claim().id()))
                .map(one -> one.claim().intentAt()).toList();
        for (Instant at : claimed) {
            assertThat(claimed.stream().filter(other -> !other.isAfter(at) && other.isAfter(at.minus(Duration.ofDays(1)))).count())
                    .as("%s of the day before %s", kind, at).isLessThanOrEqualTo(most);
        }
    }

    /** A plan was made: each new change is justified by what was read. */
    void planned() {
        Map<Long, Set<MemberKey>> members = seen.members();
        correlated(members);
        earned(members);
        for (Seen.Change change : seen.changes()) {
            if (change.id() > lastChange) {
                justified(change, members.getOrDefault(change.person(), Set.of()));
                lastChange = change.id();
            }
        }
    }

    /** After a plan for everybody. */
    void plannedForEverybody() {
        Map<Long, Set<MemberKey>> members = seen.members();
        List<String> underWay = seen.underWay();
        List<String> present = seen.presentGroups();
        for (Seen.Grant grant : seen.liveGrants()) {
            if (!grant.merged() && !underWay.contains(grant.remoteId())
                    && rules(grant.earnedBy(), grant.objectId()).stream().anyMatch(rule -> naive.surelyHolds(rule, members.get(grant.person()), present))) {
                lastHeld.merge(grant.remoteId(), world.clock.instant(), (before, now) -> now.isAfter(before) ? now : before);
            }
        }
    }

    private void justified(Seen.Change change, Set<MemberKey> members) {
        assertThat(change.inPlan()).as("%s stands in a kept plan", change).isTrue();
        if (change.kind().equals("REVOKE")) {
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
            assertThat(naive.mayEarn(world.book.rule(change.rule()).orElseThrow(), members)).as("%s is not earned by what was read", change).isTrue();
        }
    }

    /** Rules of the book that had earned it and still name the same badge class. */
    private List<Rule> rules(Map<String, String> earnedBy, String objectId) {
        return world.book.rules().stream().filter(rule -> earnedBy.containsKey(rule.id()) && objectId(rule).equals(objectId)).toList();
    }

    static String objectId(Rule rule) {
        return World.badgeClass(rule.award().objectName().substring("I / ".length()));
    }

    private void earned(Map<Long, Set<MemberKey>> members) {
        members.forEach((person, own) -> world.book.rules().stream().filter(rule -> naive.mayEarn(rule, own))
                .forEach(rule -> everEarned.computeIfAbsent(person + " " + objectId(rule), key -> new HashSet<>()).add(rule.id())));
    }

    /** Nothing new was learned, so a second plan plans nothing. */
    void emptyAgain(Summary second) {
        assertThat(second.isEmpty()).as("the second plan without anything new: %s", second).isTrue();
    }

    /** One address is one person; and nobody is joined who never shared an address with somebody of the person. */
    private void correlated(Map<Long, Set<MemberKey>> members) {
        Map<String, Long> personOf = new HashMap<>();
        Map<MemberKey, String> addresses = seen.addresses();
        members.forEach((person, own) -> {
            own.stream().map(addresses::get).filter(java.util.Objects::nonNull).forEach(email -> assertThat(personOf.merge(email, person, (one, other) -> one))
                    .as("two persons have the address %s", email).isEqualTo(person));
            assertThat(reachable(own)).as("members of %s joined on a guess", person).isEqualTo(own.size());
        });
    }

    private int reachable(Set<MemberKey> members) {
        Set<MemberKey> reached = new HashSet<>(Set.of(members.iterator().next()));
        for (int before = 0; before < reached.size();) {
            before = reached.size();
            members.stream().filter(one -> reached.stream().anyMatch(other -> shared(one, other))).toList().forEach(reached::add);
        }
        return reached.size();
    }

    private boolean shared(MemberKey one, MemberKey other) {
        Set<String> common = new HashSet<>(world.observed.addresses.getOrDefault(one.toString(), Set.of()));
        common.retainAll(world.observed.addresses.getOrDefault(other.toString(), Set.of()));
        return !common.isEmpty();
    }

    private Duration slack() {
        return world.clock.turnedBack();
    }
}
