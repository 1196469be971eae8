package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoAtOnceTest {

    @TempDir
    Path folder;

    @Test
    void twoProcessesThatReadPlanAndPushAtOnceGiveEachBadgeOnce() {
        try (World world = new World(folder)) {
            world.badgesFor(Community.generated(400, 5));
            try (Accolade one = world.start(Clock.systemUTC()); Accolade other = world.start(Clock.systemUTC())) {
                CompletableFuture.allOf(CompletableFuture.runAsync(() -> World.sync(one)), CompletableFuture.runAsync(() -> World.sync(other))).join();
                World.sync(one);
                assertThat(world.liveBadges()).isGreaterThan(500);
                assertThat(world.duplicateBadges()).isZero();
                assertThat(claimedTwice(one)).isZero();
                assertThat(World.sync(other).isEmpty()).isTrue();
            }
        }
    }

    /** Every kind of fault, now and then, while two real processes do over a thousand changes; what they left is then done by a third. */
    @Test
    void twoProcessesUnderFaultsDoAThousandChangesEachOnce() throws Exception {
        try (World world = new World(folder)) {
            world.badgesFor(Community.generated(700, 6));
            world.settings.put("target.badges.awards-per-day", "100000");
            world.settings.put("target.badges.concurrency", "4");
            List<Fault.Kind> kinds = List.of(Fault.Kind.RESET_AFTER, Fault.Kind.RESET_BEFORE, Fault.Kind.STATUS, Fault.Kind.TOO_MANY, Fault.Kind.CUT_BODY, Fault.Kind.HTML);
            for (int i = 0; i < 60; i++) {
                world.sandbox.faults().add(Fault.of("badgr", kinds.get(i % kinds.size())).onMethod("POST").onPath("/assertions$|/issue$").after(5 + 3 * i).times(1));
            }
            Process one = SyncProcess.start(world, folder);
            Process other = SyncProcess.start(world, folder);
            assertThat(one.waitFor()).isZero();
            assertThat(other.waitFor()).isZero();
            world.sandbox.faults().clear();
            SettableClock clock = new SettableClock();
            clock.forward(Duration.ofHours(1));
            try (Accolade third = world.start(clock)) {
                World.sync(third);
                clock.forward(Duration.ofHours(1));
                World.sync(third);
                assertThat(LostAnswerTest.states(third)).containsOnly("DONE");
                assertThat(World.sync(third).isEmpty()).isTrue();
                assertThat(world.liveBadges()).isGreaterThan(1_000).isEqualTo(live(third));
                assertThat(world.duplicateBadges()).isZero();
                assertThat(world.revokedBadges()).as("given twice and taken back").isZero();
                assertThat(claimedTwice(third)).as("changes that a fault hit").isPositive();
            }
        }
    }

    private static int live(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from grants where state = 'LIVE'").mapTo(Integer.class).one());
    }

    private static int claimedTwice(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from change where attempts > 1").mapTo(Integer.class).one());
    }
}
