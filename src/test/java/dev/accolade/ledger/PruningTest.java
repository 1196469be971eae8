package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.History;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Coverage;
import dev.accolade.model.Outcome;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningTest {

    static final Duration KEEP = Duration.ofDays(90);

    @TempDir
    Path folder;
    TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void deletesNothingThatIsYoungerAndNothingTwice() {
        everySort();
        ledger.forward(KEEP.minusSeconds(1));
        assertThat(prune()).isEmpty();
        ledger.forward(Duration.ofSeconds(2));
        assertThat(prune()).isEqualTo(Map.of("change", 2L, "snapshot", 2L, "event", 1L, "hint", 1L, "approval", 1L));
        assertThat(prune()).isEmpty();
        assertThat(new History(ledger.database).verify(Optional.empty())).satisfies(all -> {
            assertThat(all.problem()).isEmpty();
            assertThat(all.rows()).as("the history is whole").isEqualTo(7);
        });
    }

    @Test
    void keepsTheLastCompleteReadOfEachCoverageSoThatAbsenceCanStillBeSeen() {
        ledger.read("packager/1", "packager/2");
        ledger.forward(KEEP.plusDays(400));
        prune();
        assertThat(ledger.snapshots.completeAt(Coverage.of("fedora", Coverage.Kind.EVERYTHING))).isPresent();
        assertThat(count("snapshot")).isEqualTo(1);
        assertThat(ledger.held()).containsExactly("packager/1", "packager/2");
    }

    @Test
    void keepsOpenChangesOfAnyAgeWithTheirPlan() {
        Plans plans = new Plans(ledger.database, ledger);
        plans.begin("schedule");
        long held = ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(held), "Ada", ledger.now.plus(KEEP).plus(KEEP));
        plans.begin("schedule");
        plans.begin("schedule");
        ledger.forward(KEEP.plusDays(1));
        assertThat(prune()).isEqualTo(Map.of("plan", 1L));
        assertThat(ledger.state(held)).isEqualTo("WAITING APPROVAL");
        assertThat(claims().claim("badges", "me", 9)).as("its approval still counts").hasSize(1);
    }

    @Test
    void keepsTheChangeBehindALiveGrantAndLetsItGoOnceTheGrantHasEnded() {
        settle(ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty()), Outcome.APPLIED);
        ledger.forward(KEEP.plusDays(1));
        assertThat(prune()).isEmpty();
        settle(ledger.plan(ChangeKind.REVOKE, "a", 1, 1, Optional.empty()), Outcome.APPLIED);
        ledger.forward(KEEP.plusDays(1));
        assertThat(prune()).isEqualTo(Map.of("change", 2L));
        assertThat(ledger.grants()).as("its generation still counts").containsExactly("1 a 1 ENDED a1");
    }

    @Test
    void neverFreesALimitHoweverLittleIsToBeKept() {
        for (int person = 1; person <= 3; person++) {
            ledger.live("a", person, person);
            settle(ledger.plan(ChangeKind.REVOKE, "a", person, 1, Optional.empty()), Outcome.APPLIED);
        }
        long fourth = ledger.plan(ChangeKind.REVOKE, "a", 4, 1, Optional.empty());
        ledger.forward(Duration.ofHours(23));
        assertThat(new Pruning(ledger.database, ledger, Duration.ZERO).prune()).isEmpty();
        assertThat(ledger.claims(9, 3, 1, 9).claim("badges", "me", 9)).isEmpty();
        assertThat(ledger.state(fourth)).isEqualTo("WAITING LIMIT");
    }

    /** A removal that was approved and done, one that was superseded, three reads, an event and a hint. */
    private void everySort() {
        ledger.live("a", 1, 1);
        long held = ledger.plan(ChangeKind.REVOKE, "a", 1, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(held), "Ada", ledger.now.plusSeconds(60));
        settle(held, Outcome.APPLIED);
        settle(ledger.plan(ChangeKind.AWARD, "b", 2, 1, Optional.empty()), Outcome.REFUSED);
        ledger.database.change(handle -> handle.execute("update change set state = 'SUPERSEDED' where person = 2"));
        settle(ledger.plan(ChangeKind.AWARD, "b", 3, 1, Optional.empty()), Outcome.REFUSED);
        ledger.read("packager/1");
        ledger.read("packager/1");
        ledger.snapshots.fail(ledger.everything(), "HTTP 503");
        new Events(ledger.database, ledger, ledger.erased).keep("fedora", "event", "ann", null);
        new Hints(ledger.database, ledger, ledger.erased).raise(new Coverage("fedora", Coverage.Kind.MEMBER, "ann"));
    }

    private void settle(long change, Outcome outcome) {
        Claim claim = claims().claim("badges", "me", 9).stream().filter(one -> one.id() == change).findFirst().orElseThrow();
        ledger.settlements.settle(Settlement.done(claim, outcome, Optional.of("a" + claim.key().person()), true, "Done."));
    }

    private Claims claims() {
        return ledger.claims(1000, 1000, 1, 1000);
    }

    private Map<String, Long> prune() {
        return new Pruning(ledger.database, ledger, KEEP).prune();
    }

    private long count(String table) {
        return ledger.database.read(handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
    }
}
