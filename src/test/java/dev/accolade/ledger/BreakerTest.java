package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.History;
import dev.accolade.ledger.view.LeftAlone;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.StepKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that fails whatever is asked of it is left alone, by every process, and comes back by itself. */
class BreakerTest {

    private static final Trouble DOWN = new Trouble(false, Optional.empty());

    @TempDir
    Path folder;
    TestLedger ledger;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        claims = ledger.claims(1000, 1000, 1, 1000);
        for (int person = 1; person <= 40; person++) {
            ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void fiveFailuresInARowLeaveTheTargetAloneAndThenOneChangeFindsOut() {
        fail(4);
        assertThat(claims.claim("badges", "me", 9)).as("four are no sign yet").hasSize(9).allSatisfy(claim -> settle(claim, Outcome.RETRY_LATER, Optional.empty()));
        fail(1);
        assertThat(claims.claim("badges", "other process", 9)).isEmpty();
        ledger.forward(Duration.ofSeconds(10));
        List<Claim> trial = claims.claim("badges", "me", 9);
        assertThat(trial).hasSize(1);
        assertThat(claims.claim("badges", "other process", 9)).as("one finds out for all").isEmpty();
        settle(trial.get(0), Outcome.APPLIED, Optional.empty());
        assertThat(claims.claim("badges", "me", 9)).hasSize(9);
        assertThat(steps()).containsExactly(StepKind.LEFT_ALONE, StepKind.BACK);
    }

    @Test
    void anAnswerInBetweenBeginsTheCountAnew() {
        fail(4);
        settle(claims.claim("badges", "me", 1).get(0), Outcome.REFUSED, Optional.empty());
        fail(4);
        assertThat(claims.claim("badges", "me", 1)).as("a refusal is an answer").hasSize(1);
        assertThat(leftAlone()).isEmpty();
        assertThat(steps()).isEmpty();
    }

    @Test
    void eachTrialThatFailsWaitsLongerUpToFiveMinutes() {
        fail(5);
        Duration last = Duration.ZERO;
        for (int i = 0; i < 9; i++) {
            Duration pause = Duration.between(ledger.now, leftAlone().get(0).until());
            assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofMinutes(5));
            last = pause;
            ledger.forward(pause);
            fail(1);
        }
        assertThat(last).isEqualTo(Duration.ofMinutes(5));
        assertThat(steps()).as("told once").containsExactly(StepKind.LEFT_ALONE);
    }

    @Test
    void aRefusedLoginIsEnoughByItselfAndTheServicesOwnTimeIsKept() {
        settle(claims.claim("badges", "me", 1).get(0), Outcome.RETRY_LATER, Optional.of(new Trouble(true, Optional.of(Duration.ofHours(1)))));
        assertThat(leftAlone()).singleElement().satisfies(one -> {
            assertThat(one.until()).isEqualTo(ledger.now.plus(Duration.ofHours(1)));
            assertThat(one.sentence()).contains("badges", "said", "accolade resume badges");
        });
        ledger.forward(Duration.ofMinutes(59));
        assertThat(claims.claim("badges", "me", 1)).isEmpty();
    }

    @Test
    void aTrialWhoseWorkerDiedIsFollowedByAnother() {
        fail(5);
        ledger.forward(Duration.ofSeconds(10));
        assertThat(claims.claim("badges", "dies", 9)).hasSize(1);
        ledger.forward(Duration.ofMinutes(1));
        assertThat(claims.claim("badges", "me", 9)).hasSize(1);
    }

    @Test
    void anOperatorHasItTriedAtOnce() {
        fail(5);
        assertThat(new Pauses(ledger.database, ledger).resume("badges", "ann")).isTrue();
        assertThat(claims.claim("badges", "me", 9)).hasSize(9);
        assertThat(new History(ledger.database).last(List.of(), Optional.empty(), 1000).stream().filter(step -> step.kind() == StepKind.BACK))
                .singleElement().satisfies(step -> assertThat(step.actor()).isEqualTo("ann by resume"));
    }

    @Test
    void oneTargetsTroubleIsNoOthers() {
        fail(5);
        Claims other = new Claims(ledger.database, ledger, TestLedger.LEASE, java.util.Map.of("others", new Limits(9, 9, 1, 1, 9)));
        ledger.database.change(handle -> handle.execute("update change set target = 'others' where person = 40"));
        assertThat(other.claim("others", "me", 9)).hasSize(1);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            settle(claims.claim("badges", "me", 1).get(0), Outcome.RETRY_LATER, Optional.of(DOWN));
        }
    }

    private void settle(Claim claim, Outcome outcome, Optional<Trouble> trouble) {
        Optional<String> remote = outcome == Outcome.APPLIED ? Optional.of("r" + claim.id()) : Optional.empty();
        assertThat(ledger.settlements.settle(new Settlement(claim, outcome, remote, true, "said", Optional.empty(), trouble))).isTrue();
    }

    private List<LeftAlone> leftAlone() {
        return new Status(ledger.database).leftAlone();
    }

    private List<StepKind> steps() {
        return new History(ledger.database).last(List.of(), Optional.empty(), 1000).stream().map(step -> step.kind())
                .filter(kind -> kind == StepKind.LEFT_ALONE || kind == StepKind.BACK).toList();
    }
}
