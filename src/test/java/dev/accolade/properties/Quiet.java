package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.MemberKey;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
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
        Map<String, Seen.Grant> live = new HashMap<>();
        Set<String> accounted = new HashSet<>();
        for (Seen.Grant grant : seen.liveGrants()) {
            accounted.add(grant.remoteId());
            world.target(grant.target()).isThere(grant);
            if (!grant.merged()) {
                live.put(grant.person() + " " + grant.objectId(), grant);
            }
        }
        for (Target target : world.targets) {
            assertThat(target.fake().deeds.stream().map(Fake.Deed::thing).filter(target.fake()::isLive)).as("what we made on %s and the ledger knows nothing of", target.name())
                    .allMatch(accounted::contains);
            seen.members().forEach((person, own) -> target.objects().stream().map(target::objectId)
                    .forEach(object -> hasWhatWasEarned(target, person, own, object, Optional.ofNullable(live.get(person + " " + object)))));
        }
        assertThat(seen.changes()).as("nothing is under way").noneMatch(change -> List.of("CLAIMED", "UNKNOWN", "PLANNED").contains(change.state()));
    }

    private void hasWhatWasEarned(Target target, long person, Set<MemberKey> own, String object, Optional<Seen.Grant> grant) {
        List<Rule> earning = world.watch.rulesOf(object).stream().filter(rule -> naive.trulyHolds(rule, own)).toList();
        if (grant.isEmpty()) {
            assertThat(earning.isEmpty() || target.mayLack(person, own, object)).as("p-%s %s has earned %s and lacks it; %s", person, own, object, seen.changes()).isTrue();
        } else if (earning.isEmpty()) {
            assertThat(!grant.get().ours() || !staying(grant.get(), own).isEmpty()).as("p-%s %s has %s and has not earned it; %s", person, own, grant.get(), seen.changes()).isTrue();
        } else {
            target.gives(grant.get(), earning, staying(grant.get(), own));
        }
    }

    /** Rules that may have earned it and take nothing: they say keep, or stand still because their group is not there. */
    private List<Rule> staying(Seen.Grant grant, Set<MemberKey> own) {
        return world.watch.rulesOf(grant.objectId()).stream().filter(rule -> own.stream().anyMatch(member -> world.watch.everEarned.getOrDefault(member, Set.of()).contains(rule.id())))
                .filter(rule -> rule.onLeave().action() == OnLeave.Action.KEEP || naive.standsStill(rule).isPresent()).toList();
    }
}
