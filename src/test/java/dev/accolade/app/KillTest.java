package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed with SIGKILL in the middle of applying and started again: each person has each badge once. */
class KillTest {

    @TempDir
    Path folder;
    World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.badgesFor(Community.generated(150, 3));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void killedInTheMiddleOfApplyingAndStartedAgainEachPersonHasEachBadgeOnce() throws Exception {
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.LATENCY).onMethod("POST").onPath("/assertions$").lasting(Duration.ofMillis(20)));
        for (int kill = 1; kill <= 3; kill++) {
            int before = world.liveBadges();
            Process process = SyncProcess.start(world, folder);
            int enough = before + 15 * kill;
            await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(5)).until(() -> world.liveBadges() >= enough || !process.isAlive());
            assertThat(process.isAlive()).as("it was killed while it was applying").isTrue();
            process.destroyForcibly().waitFor();
        }
        int afterKills = world.liveBadges();
        SettableClock clock = new SettableClock();
        try (Accolade accolade = world.start(clock)) {
            assertThat(claimed(accolade)).as("changes whose end nobody knows").isPositive();
            World.sync(accolade);
            clock.forward(Duration.ofMinutes(6));
            World.sync(accolade);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.liveBadges()).isEqualTo(live(accolade)).isGreaterThan(afterKills);
            assertThat(world.duplicateBadges()).isZero();
            assertThat(LostAnswerTest.states(accolade)).containsOnly("DONE");
        }
    }

    private static int claimed(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from change where state = 'CLAIMED'").mapTo(Integer.class).one());
    }

    private static int live(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from grants where state = 'LIVE'").mapTo(Integer.class).one());
    }
}
