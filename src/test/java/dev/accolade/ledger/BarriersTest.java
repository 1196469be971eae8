package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Barriers.Concern;
import dev.accolade.ledger.view.Barred;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.WaitingFor;
import dev.accolade.plan.PersonPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarriersTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    Barriers barriers;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        barriers = new Barriers(ledger.database, ledger);
        claims = ledger.claims(1000, 1000, 1, 1000);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void worksWhenNothingIsOpen() {
        assertThat(barriers.concerns()).isEmpty();
        assertThat(barriers.all()).isEmpty();
        barriers.only(List.of());
        barriers.hold();
    }

    @Test
    void namesEachSortOfOpenChangeOnce() {
        award("a", 1);
        award("a", 2);
        ledger.plan(ChangeKind.REVOKE, "a", 3, 1, Optional.of(WaitingFor.GRACE));
        assertThat(barriers.concerns()).containsOnlyKeys("badges");
        assertThat(barriers.concerns().get("badges")).containsExactly(new Concern("badges", "a", "a", ChangeKind.AWARD), new Concern("badges", "a", "a", ChangeKind.REVOKE));
    }

    @Test
    void holdsWhatWouldBeRefusedAndNothingElseUntilItWouldNotBeAnyMore() {
        long barred = award("a", 1);
        long removal = ledger.plan(ChangeKind.REVOKE, "a", 2, 1, Optional.empty());
        long other = award("b", 1);
        barriers.answered("badges", List.of(awardsOf("a")));

        assertThat(ledger.state(barred)).isEqualTo("WAITING TARGET");
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactlyInAnyOrder(removal, other);

        barriers.answered("badges", List.of());
        assertThat(ledger.state(barred)).isEqualTo("PLANNED");
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(barred);
    }

    @Test
    void holdsTheWholeTarget() {
        award("a", 1);
        ledger.plan(ChangeKind.REVOKE, "b", 2, 1, Optional.empty());
        barriers.answered("badges", List.of(Barrier.target("badges", "no login")));
        assertThat(claims.claim("badges", "me", 9)).isEmpty();
        assertThat(new Status(ledger.database).barred()).containsExactly(new Barred("badges", Optional.empty(), Optional.empty(), "no login", ledger.now, 2));
    }

    @Test
    void holdsNewChangesWithTheEndOfTheirPlan() {
        barriers.answered("badges", List.of(awardsOf("a")));
        Plans plans = new Plans(ledger.database, ledger);
        long plan = plans.begin("hint");
        long barred = award("a", 1);
        plans.write(plan, List.<PersonPlan>of());
        plans.end(new Plans.Summary(plan, 1, 1, 0, 0, 0, 0));
        assertThat(ledger.state(barred)).isEqualTo("WAITING TARGET");
    }

    @Test
    void aLimitIsCountedAnewAfterwardsAndAnApprovalStays() {
        Claims none = ledger.claims(0, 0, 0, 0);
        long limited = award("a", 1);
        none.claim("badges", "me", 9);
        assertThat(ledger.state(limited)).isEqualTo("WAITING LIMIT");
        ledger.approvals.approve(List.of(limited), "ada", ledger.now.plus(Duration.ofHours(8)));
        barriers.answered("badges", List.of(awardsOf("a")));
        assertThat(ledger.state(limited)).isEqualTo("WAITING TARGET");
        assertThat(none.claim("badges", "me", 9)).isEmpty();

        barriers.answered("badges", List.of());
        none.claim("badges", "me", 9);
        assertThat(none.claim("badges", "me", 9)).as("the approval was not used up").extracting(Claim::id).containsExactly(limited);
    }

    @Test
    void neitherAnApprovedNorAnUnknownChangeGoesPastABarrier() {
        long removal = ledger.plan(ChangeKind.REVOKE, "a", 1, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(removal), "ada", ledger.now.plus(Duration.ofHours(8)));
        long unknown = award("a", 2);
        Claim claim = claims.claim("badges", "me", 9).stream().filter(one -> one.id() == unknown).findFirst().orElseThrow();
        ledger.settlements.settle(new Settlement(claim, Outcome.UNKNOWN, Optional.empty(), true, "lost", Optional.of(ledger.now)));
        long second = ledger.plan(ChangeKind.REVOKE, "a", 3, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(second), "ada", ledger.now.plus(Duration.ofHours(8)));
        barriers.answered("badges", List.of(Barrier.target("badges", "no login")));

        assertThat(claims.claim("badges", "me", 9)).isEmpty();
        assertThat(ledger.state(unknown)).as("it must be looked at, and that is not forgotten").isEqualTo("UNKNOWN");
        assertThat(ledger.state(second)).isEqualTo("WAITING APPROVAL");
    }

    @Test
    void whoCouldNotBeAskedKeepsWhatWasKnownAndIsTold() {
        long barred = award("a", 1);
        barriers.answered("badges", List.of(awardsOf("a")));
        barriers.unanswered("badges", "HTTP 503");
        assertThat(ledger.state(barred)).isEqualTo("WAITING TARGET");
        assertThat(new Status(ledger.database).unanswered()).containsOnlyKeys("badges");
        assertThat(new Status(ledger.database).failures(9).isEmpty()).isFalse();
        barriers.answered("badges", List.of());
        assertThat(new Status(ledger.database).unanswered()).isEmpty();
        assertThat(new Status(ledger.database).failures(9).isEmpty()).isTrue();
    }

    @Test
    void forgetsTargetsThatNothingIsWantedOf() {
        award("a", 1);
        barriers.answered("badges", List.of(awardsOf("a")));
        barriers.unanswered("lrs", "HTTP 503");
        barriers.only(List.of("lrs"));
        assertThat(barriers.all()).isEmpty();
        barriers.only(List.of());
        assertThat(new Status(ledger.database).unanswered()).isEmpty();
    }

    @Test
    void anOperatorMayDropWhatWouldBeRefusedAndAPlanThatWantsTheSameKeepsIt() {
        long barred = award("a", 1);
        barriers.answered("badges", List.of(awardsOf("a")));
        Remedies remedies = new Remedies(ledger.database, ledger);
        assertThat(remedies.retryAll("ada")).as("nobody named it").isEmpty();
        assertThat(remedies.drop(List.of(barred), "ada")).containsExactly(barred);
        assertThat(ledger.state(barred)).isEqualTo("DROPPED");
    }

    @Test
    void theHistoryTellsItOnceEach() {
        award("a", 1);
        barriers.answered("badges", List.of(awardsOf("a")));
        barriers.answered("badges", List.of(awardsOf("a")));
        barriers.answered("badges", List.of());
        barriers.answered("badges", List.of());
        List<String> steps = ledger.database.read(handle -> handle.createQuery("select kind || ' ' || object_id || ' ' || change_kind from history order by id").mapTo(String.class).list());
        assertThat(steps).containsExactly("BARRED a AWARD", "UNBARRED a AWARD");
    }

    private long award(String object, long person) {
        return ledger.plan(ChangeKind.AWARD, object, person, 1, Optional.empty());
    }

    private static Barrier awardsOf(String object) {
        return new Barrier("badges", Optional.of(object), Optional.of(ChangeKind.AWARD), "no right");
    }
}
