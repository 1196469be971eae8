package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.Status;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.SandboxCredentials;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target that fails as a whole is left alone; its changes wait, and come one by one once it is back. */
class FailingTargetTest extends Incidents {

    @Test
    void aLoginThatIsRefusedPausesItsTargetAndNoChangeIsRefusedForIt() {
        plan();
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(401).onMethod("POST").onPath("/o/token$").times(0));
        try (Accolade accolade = world.start(clock)) {
            accolade.push();
            assertThat(states(accolade)).as("none of them is an operator's turn by itself").doesNotContainKeys("REFUSED", "UNKNOWN", "DONE");
            assertThat(leftAlone(accolade)).singleElement().satisfies(one -> assertThat(one.sentence()).contains("badges", "accolade resume badges").doesNotContain(SandboxCredentials.BADGR_PASSWORD));
            long attempts = count(accolade, "sum(attempts)");
            accolade.push();
            clock.forward(Duration.ofSeconds(5));
            accolade.push();
            assertThat(count(accolade, "sum(attempts)")).as("nobody hammers a door that is shut").isEqualTo(attempts);
        }
        world.sandbox.faults().clear();
        try (Accolade accolade = world.start(clock)) {
            clock.forward(Duration.ofMinutes(61));
            accolade.push();
            assertThat(leftAlone(accolade)).isEmpty();
            assertThat(states(accolade)).containsKey("DONE").doesNotContainKeys("PLANNED", "REFUSED", "UNKNOWN");
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    @Test
    void aTargetThatIsDownIsAskedAFewTimesAndNotOnceForEachChange() {
        plan();
        try (Accolade accolade = world.start(clock)) {
            world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onMethod("POST").onPath("/assertions$").times(0));
            accolade.push();
            assertThat(count(accolade, "sum(message like '%HTTP 503%')")).as("what was under way when the fifth failed, and no more").isLessThan(15);
            assertThat(leftAlone(accolade)).hasSize(1);
            world.sandbox.faults().clear();
            accolade.push();
            assertThat(leftAlone(accolade)).as("not before its time").hasSize(1);
            for (int i = 0; i < 10; i++) {
                clock.forward(Duration.ofMinutes(2));
                accolade.push();
            }
            assertThat(leftAlone(accolade)).isEmpty();
            assertThat(states(accolade)).containsKey("DONE").doesNotContainKeys("PLANNED", "REFUSED", "UNKNOWN");
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    private void plan() {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            assertThat(accolade.reconcile().planned()).isGreaterThan(20);
        }
    }

    private static List<LeftAlone> leftAlone(Accolade accolade) {
        return new Status(accolade.ledger().database()).leftAlone();
    }

    private static long count(Accolade accolade, String what) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select " + what + " from change").mapTo(Long.class).one());
    }
}
