package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.History;
import dev.accolade.ledger.view.ShownStep;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.StepKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemediesTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    Claims claims;
    Remedies remedies;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        claims = ledger.claims(1000, 1000, 1, 1000);
        remedies = new Remedies(ledger.database, ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void givesWhatWaitsForItsNextAttemptATurnNow() {
        long refused = failed(1, Outcome.REFUSED);
        long later = failed(2, Outcome.RETRY_LATER);
        long unknown = failed(3, Outcome.UNKNOWN);
        assertThat(claims.claim("badges", "me", 9)).isEmpty();

        assertThat(remedies.retryAll("Ada by failures retry")).containsExactly(refused, later, unknown);

        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactlyInAnyOrder(refused, later, unknown);
        assertThat(steps(StepKind.RETRIED)).hasSize(3).allSatisfy(step -> assertThat(step.actor()).isEqualTo("Ada by failures retry"));
    }

    @Test
    void leavesAloneWhatWasNotNamedOrIsNotInTrouble() {
        long refused = failed(1, Outcome.REFUSED);
        failed(2, Outcome.REFUSED);
        long planned = ledger.plan(ChangeKind.AWARD, "a", 3, 1, Optional.empty());

        assertThat(remedies.retry(List.of(refused, planned, 999L), "Ada")).containsExactly(refused);
        assertThat(remedies.drop(List.of(planned, 999L), "Ada")).isEmpty();
        assertThat(remedies.retry(List.of(), "Ada")).isEmpty();
        assertThat(remedies.drop(List.of(), "Ada")).isEmpty();
        assertThat(ledger.state(planned)).isEqualTo("PLANNED");
    }

    @Test
    void nobodyIsHandedWhatWasDroppedAndNoFailureIsLeft() {
        long refused = failed(1, Outcome.REFUSED);
        assertThat(remedies.drop(List.of(refused), "Ada by failures drop")).containsExactly(refused);

        assertThat(ledger.state(refused)).isEqualTo("DROPPED");
        assertThat(claims.claim("badges", "me", 9)).isEmpty();
        assertThat(remedies.retryAll("Ada")).isEmpty();
        assertThat(new Status(ledger.database).failures(9)).satisfies(failures -> {
            assertThat(failures.isEmpty()).isTrue();
            assertThat(failures.dropped()).singleElement().satisfies(change -> assertThat(change.id()).isEqualTo(refused));
        });
        assertThat(new Status(ledger.database).openCounts()).isEmpty();
        assertThat(steps(StepKind.DROPPED)).singleElement().satisfies(step -> assertThat(step.actor()).isEqualTo("Ada by failures drop"));
    }

    @Test
    void bringsADroppedChangeBackWhenItIsNamed() {
        long refused = failed(1, Outcome.REFUSED);
        remedies.drop(List.of(refused), "Ada");
        assertThat(remedies.retry(List.of(refused), "Ada")).containsExactly(refused);
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(refused);
    }

    @Test
    void whatMayHaveHadAnEffectIsLookedAtFirstWhenItComesBack() {
        long unknown = failed(1, Outcome.UNKNOWN);
        remedies.drop(List.of(unknown), "Ada");
        remedies.retry(List.of(unknown), "Ada");
        assertThat(claims.claim("badges", "me", 9)).singleElement().satisfies(claim -> assertThat(claim.lookFirst()).isTrue());
    }

    /** Else it would stay for ever, and whoever has another address by now would never be awarded anything there. */
    @Test
    void anAdoptionOfUnknownEndHasDoneNothingAndIsPlannedAnewOnceItIsRefused() {
        long adoption = ledger.plan(ChangeKind.ADOPT, "a", 1, 1, Optional.empty());
        claims.claim("badges", "does not come back", 1);
        ledger.forward(TestLedger.LEASE.plusSeconds(1));
        settle(claims.claim("badges", "me", 1).get(0), Outcome.UNKNOWN);
        settle(claims.claim("badges", "me", 1).get(0), Outcome.REFUSED);
        assertThat(ledger.database.<Integer>read(handle -> handle.createQuery("select look_first from change").mapTo(Integer.class).one())).as("to be looked for").isZero();
        remedies.retryRefused("Ada");
        assertThat(ledger.state(adoption)).isEqualTo("PLANNED");
    }

    @Test
    void anAwardOfUnknownEndThatFindsAnotherPersonsBadgeIsPlannedAnewForAnotherAddress() {
        ledger.live("a", 2, 2);
        ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty());
        settle(claims.claim("badges", "me", 1).get(0), Outcome.UNKNOWN);
        Claim second = claims.claim("badges", "me", 1).get(0);
        assertThat(second.lookFirst()).isTrue();
        ledger.settlements.settle(Settlement.done(second, Outcome.ALREADY_SO, Optional.of("a2"), true, "Found by looking."));
        assertThat(ledger.state(second.id())).isEqualTo("REFUSED");
        assertThat(ledger.database.<Integer>read(handle -> handle.createQuery("select look_first from change").mapTo(Integer.class).one())).as("to be looked for").isZero();
    }

    private void settle(Claim claim, Outcome outcome) {
        ledger.settlements.settle(new Settlement(claim, outcome, Optional.empty(), true, "no answer", Optional.of(ledger.now)));
    }

    @Test
    void oneThatAlwaysFailsHoldsUpNoOther() {
        for (int person = 1; person <= 5; person++) {
            ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        }
        for (int round = 0; round < 4; round++) {
            claims.claim("badges", "me", 2).forEach(claim -> ledger.settlements.settle(claim.key().person() == 1
                    ? new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, "HTTP 500", Optional.of(ledger.now.plusSeconds(60)))
                    : Settlement.done(claim, Outcome.APPLIED, Optional.of("r" + claim.id()), true, "Awarded.")));
            ledger.forward(Duration.ofMinutes(1));
        }
        assertThat(ledger.grants()).hasSize(4).noneMatch(grant -> grant.startsWith("1 "));
    }

    private long failed(long person, Outcome outcome) {
        long id = ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        Claim claim = claims.claim("badges", "me", 9).get(0);
        Optional<Instant> next = outcome == Outcome.REFUSED ? Optional.empty() : Optional.of(ledger.now.plus(Duration.ofHours(1)));
        ledger.settlements.settle(new Settlement(claim, outcome, Optional.empty(), true, "HTTP 500", next));
        return id;
    }

    private List<ShownStep> steps(StepKind kind) {
        return new History(ledger.database).last(Set.of(), Optional.empty(), 99).stream().filter(step -> step.kind() == kind).toList();
    }
}
