package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that fail in the middle of a write: each person ends with each grant exactly once. */
class LostAnswerTest {

    @TempDir
    Path folder;
    World world;
    final SettableClock clock = new SettableClock();

    @BeforeEach
    void open() {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void answersLostAfterTheServerActedMakeNoSecondBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions$").times(12));
    }

    @Test
    void connectionsLostBeforeTheServerActedLoseNoBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.RESET_BEFORE).onMethod("POST").onPath("/assertions$").times(12));
    }

    @Test
    void answersCutInTheMiddleMakeNoSecondBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.CUT_BODY).onMethod("POST").onPath("/assertions$").times(12));
    }

    @Test
    void serverErrorsLoseNoBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.STATUS).onMethod("POST").onPath("/assertions$").withStatus(503).times(12));
    }

    @Test
    void beingAskedToSlowDownLosesNoBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.TOO_MANY).onMethod("POST").onPath("/assertions$").retryAfter(30).times(12));
    }

    @Test
    void errorPagesWithStatus200LoseNoBadge() {
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.HTML).onMethod("POST").onPath("/assertions$").times(12));
    }

    @Test
    void looksThatFailTooMakeNoSecondBadge() {
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).onMethod("GET").onPath("/assertions$").withStatus(502).after(4).times(10));
        endsWithEachExactlyOnce(Fault.of("badgr", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/assertions$").times(12));
    }

    @Test
    void answersLostAfterTheServerActedMakeNoSecondClient() {
        endsWithEachExactlyOnce(Fault.of("learning-locker", Fault.Kind.RESET_AFTER).onMethod("POST").onPath("/v2/client$").times(3));
    }

    @Test
    void clientsThatCouldNotBeMadeAreMadeLater() {
        endsWithEachExactlyOnce(Fault.of("learning-locker", Fault.Kind.STATUS).onMethod("POST").onPath("/v2/client$").withStatus(500).times(3));
    }

    private void endsWithEachExactlyOnce(Fault fault) {
        int wanted = wantedInAWorldWithoutFaults();
        world.sandbox.faults().add(fault);
        try (Accolade accolade = world.start(clock)) {
            world.enrol(accolade);
            World.sync(accolade);
            assertThat(world.liveBadges() + world.enabledClients()).as("the fault was felt").isLessThanOrEqualTo(wanted);
            for (int turn = 0; turn < 24; turn++) {
                clock.forward(Duration.ofMinutes(5));
                accolade.push();
            }
            assertThat(world.liveBadges() + world.enabledClients()).isEqualTo(wanted);
            assertThat(world.duplicateBadges() + world.duplicateClients()).isZero();
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(states(accolade)).doesNotContain("UNKNOWN", "CLAIMED", "PLANNED", "REFUSED");
        }
    }

    /** The sample's earnings, known from a run without faults (see MainJobTest). */
    private int wantedInAWorldWithoutFaults() {
        try (World calm = new World(folder.resolve("calm")); Accolade accolade = calm.start(clock)) {
            calm.enrol(accolade);
            World.sync(accolade);
            return calm.liveBadges() + calm.enabledClients();
        }
    }

    static List<String> states(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select distinct state from change").mapTo(String.class).list());
    }
}
