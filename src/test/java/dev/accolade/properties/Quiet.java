package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.MemberKey;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import dev.accolade.service.badgr.Assertion;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets everything come to rest: nothing fails any more, all is read, all that is held is approved. Then exactly what was earned must be there. */
final class Quiet {

    /** For two reads that confirm each other, before them one whose shrinkage is approved, and for every grace. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(11), Duration.ofMinutes(61), Duration.ofDays(3));
    private static final int PATIENCE = 8;

    private final World world;
    private final Seen seen;
    private final Naive naive;

    Quiet(World world) {
        this.world = world;
        this.seen = new Seen(world.database);
        this.naive = new Naive(world);
    }

    void comes() {
        while (!world.underWay.isEmpty()) {
            world.end(0, false);
        }
        for (int i = 0; i < world.workers.size(); i++) {
            world.crash(i);
        }
        List<Seen.Change> before = List.of();
        for (int i = 0; i < PATIENCE && (i < 2 || !before.equals(seen.changes())); i++) {
            before = seen.changes();
            for (Duration pause : PAUSES) {
                world.clock.move(pause);
                round();
            }
        }
        exactlyWhatWasEarned();
    }

    private void round() {
        world.pull(Village.FEDORA, -1);
        world.pull(Village.REEF, -1);
        world.approveShrinkages();
        world.followHints(true);
        world.plan();
        world.approve(1);
        world.retryRefused();
        world.push(0);
        world.watch.step();
    }

    private void exactlyWhatWasEarned() {
        Map<Long, Set<MemberKey>> members = seen.members();
        Map<String, Seen.Grant> live = new HashMap<>();
        Set<String> accounted = new HashSet<>();
        for (Seen.Grant grant : seen.liveGrants()) {
            accounted.add(grant.remoteId());
            Assertion there = world.badgr.assertions.get(grant.remoteId());
            assertThat(grant.merged() ? !there.revoked() : there.isLive(world.clock.instant())).as("what the ledger calls live is revoked or over: %s", grant).isTrue();
            if (!grant.merged()) {
                live.put(grant.person() + " " + grant.objectId(), grant);
            }
        }
        assertThat(world.badgr.deeds.stream().map(FakeBadgr.Deed::assertion).filter(id -> world.badgr.assertions.get(id).isLive(world.clock.instant())))
                .as("what we awarded and the ledger knows nothing of").allMatch(accounted::contains);
        members.forEach((person, own) -> Rulebooks.BADGES.stream().map(World::badgeClass).forEach(badgeClass -> {
            boolean earned = world.book.rules().stream().anyMatch(rule -> Watch.objectId(rule).equals(badgeClass) && naive.trulyHolds(rule, own));
            Optional<Seen.Grant> grant = Optional.ofNullable(live.get(person + " " + badgeClass));
            if (earned && grant.isEmpty()) {
                assertThat(seen.ranOut(person, badgeClass) || missingForAReason(own, badgeClass)).as("p-%s %s has earned %s and lacks it; %s", person, own, badgeClass, seen.changes()).isTrue();
            } else if (!earned && grant.isPresent()) {
                assertThat(keptForAReason(grant.get())).as("p-%s %s has %s and has not earned it; %s", person, own, grant.get(), seen.changes()).isTrue();
            }
        }));
        assertThat(seen.changes()).as("nothing is under way").noneMatch(change -> List.of("CLAIMED", "UNKNOWN", "PLANNED").contains(change.state()));
    }

    /** Nobody knows an address, or what the target has for it stands for somebody else. */
    private boolean missingForAReason(Set<MemberKey> own, String badgeClass) {
        Map<MemberKey, String> addresses = seen.addresses();
        Optional<String> address = own.stream().map(addresses::get).filter(java.util.Objects::nonNull).findFirst();
        Optional<Assertion> there = world.badgr.live().stream().filter(one -> one.badgeClassId().equals(badgeClass) && address.filter(one.recipient()::equals).isPresent()).findFirst();
        return address.isEmpty() || there.isPresent() && seen.liveGrants().stream().anyMatch(grant -> grant.remoteId().equals(there.get().entityId()));
    }

    /** Not ours; or a rule that may have earned it says keep, or stands still because its group is not there. */
    private boolean keptForAReason(Seen.Grant grant) {
        Set<String> ever = world.watch.everEarned.getOrDefault(grant.person() + " " + grant.objectId(), grant.earnedBy().keySet());
        List<Rule> rules = world.book.rules().stream().filter(rule -> Watch.objectId(rule).equals(grant.objectId()) && ever.contains(rule.id())).toList();
        return !grant.ours() || rules.stream().anyMatch(rule -> rule.onLeave().action() == OnLeave.Action.KEEP || naive.standsStill(rule).isPresent());
    }
}
