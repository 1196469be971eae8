package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.ledger.view.History;
import dev.accolade.ledger.view.ShownStep;
import dev.accolade.ledger.view.Verified;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.StepKind;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    History history;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        history = new History(ledger.database);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void isEmptyAtFirstAndHolds() {
        assertThat(verify()).isEqualTo(new Verified(0, 0, "0".repeat(64), Optional.empty()));
        assertThat(steps()).isEmpty();
    }

    @Test
    void tellsEachStepOfAChangeWithItsReason() {
        award(1);
        assertThat(history.last(Set.of(1L), Optional.of("badges"), 9)).extracting(ShownStep::kind).containsExactly(StepKind.CLAIMED, StepKind.SETTLED);
        assertThat(steps().get(1)).satisfies(step -> {
            assertThat(step.outcome()).contains("APPLIED");
            assertThat(step.changeKind()).contains(ChangeKind.AWARD);
            assertThat(step.payload().orElseThrow()).containsEntry("reason", "EARNED").containsEntry("recipient", "p…@example.org").containsEntry("message", "Awarded.");
        });
        assertThat(history.last(Set.of(2L), Optional.empty(), 9)).isEmpty();
        assertThat(history.last(Set.of(), Optional.of("lrs"), 9)).isEmpty();
        assertThat(history.last(Set.of(), Optional.empty(), 1)).extracting(ShownStep::kind).as("the latest").containsExactly(StepKind.SETTLED);
    }

    @Test
    void tellsWhoApprovedAndThatTheApprovalWasUsed() {
        long held = ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.of(WaitingFor.LIMIT));
        ledger.approvals.approve(List.of(held), "Ada", ledger.now.plusSeconds(60));
        claims().claim("badges", "me", 9);
        assertThat(steps()).extracting(step -> step.kind() + " by " + step.actor()).containsExactly("APPROVED by Ada by approve", "CLAIMED by Ada by approve");
    }

    @Test
    void tellsThatAWorkerDidNotComeBack() {
        ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty());
        claims().claim("badges", "early", 9);
        ledger.forward(TestLedger.LEASE.plus(Duration.ofMillis(1)));
        claims().claim("badges", "late", 9);
        assertThat(steps()).extracting(ShownStep::kind).containsExactly(StepKind.CLAIMED, StepKind.LEASE_ENDED, StepKind.CLAIMED);
    }

    @Test
    void aLateAnswerThatWritesNothingIsNoStep() {
        ledger.plan(ChangeKind.AWARD, "a", 1, 1, Optional.empty());
        Claim lost = claims().claim("badges", "early", 9).get(0);
        ledger.forward(TestLedger.LEASE.plus(Duration.ofMillis(1)));
        claims().claim("badges", "late", 9);
        int before = steps().size();
        assertThat(ledger.settlements.settle(Settlement.done(lost, Outcome.APPLIED, Optional.of("x"), true, "Awarded."))).isFalse();
        assertThat(steps()).hasSize(before);
    }

    @Test
    void holdsWhenManyWriteAtOnceFromTwoProcesses() throws Exception {
        for (int person = 1; person <= 120; person++) {
            ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try (Database second = new Database(folder.resolve("ledger.db")); GroupCommit others = new GroupCommit(second)) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Settlements settlements = i % 2 == 0 ? ledger.settlements : new Settlements(others, ledger);
                Database database = i % 2 == 0 ? ledger.database : second;
                String owner = "worker-" + i;
                work.add(() -> applyAll(new Claims(database, ledger, TestLedger.LEASE, java.util.Map.of("badges", new Limits(999, 0, 0, 1, 0))), settlements, owner));
            }
            int done = 0;
            for (Future<Integer> one : workers.invokeAll(work)) {
                done += one.get();
            }
            assertThat(done).isEqualTo(120);
        } finally {
            workers.shutdownNow();
        }
        assertThat(verify()).satisfies(all -> assertThat(all.problem()).isEmpty()).extracting(Verified::rows).isEqualTo(240L);
    }

    private static int applyAll(Claims claims, Settlements settlements, String owner) {
        int done = 0;
        for (List<Claim> some = claims.claim("badges", owner, 7); !some.isEmpty(); some = claims.claim("badges", owner, 7)) {
            some.stream().map(claim -> settlements.submit(Settlement.done(claim, Outcome.APPLIED, Optional.of("r" + claim.id()), true, "Awarded."))).toList()
                    .forEach(java.util.concurrent.CompletableFuture::join);
            done += some.size();
        }
        return done;
    }

    @Test
    void theTablesThemselvesRefuseToForget() {
        award(1);
        for (String sql : List.of("delete from history where id = 1", "update history set outcome = 'REFUSED' where id = 2", "update history set payload = '{}' where id = 1",
                "update history set payload = null where id = 1", "update history set id = 7 where id = 2",
                "insert or replace into history select * from history where id = 1",
                "insert into history (id, at, kind, actor, payload_digest, digest) values (9, 0, 'SETTLED', 'me', x'00', x'00')")) {
            assertThatThrownBy(() -> ledger.database.change(handle -> handle.execute(sql))).as(sql).hasMessageContaining("history");
        }
        assertThat(verify().problem()).isEmpty();
    }

    @Test
    void holdsAfterAPayloadWasErased() {
        award(1);
        award(2);
        ledger.database.change(handle -> handle.execute("update history set payload = null, salt = null where person = 1"));
        assertThat(verify()).satisfies(all -> assertThat(all.problem()).isEmpty()).extracting(Verified::erased).isEqualTo(2L);
        assertThat(steps().get(0).payload()).isEmpty();
    }

    @Test
    void namesARowThatWasChanged() {
        award(1);
        award(2);
        tamper("update history set outcome = 'REFUSED' where id = 2");
        assertThat(verify()).satisfies(some -> assertThat(some.problem()).contains("Row 2 of the history was changed.")).extracting(Verified::rows).isEqualTo(1L);
    }

    @Test
    void namesARowWhosePayloadWasChanged() {
        award(1);
        tamper("update history set payload = replace(payload, 'EARNED', 'RETURNED') where id = 2");
        assertThat(verify().problem()).contains("Row 2 of the history was changed.");
    }

    @Test
    void namesARowThatIsMissing() {
        award(1);
        award(2);
        tamper("delete from history where id = 3");
        assertThat(verify().problem()).contains("Row 3 of the history is missing.");
    }

    @Test
    void noticesRowsCutOffAtTheEndByADigestKeptElsewhere() {
        award(1);
        String early = verify().head();
        award(2);
        String kept = verify().head();
        assertThat(history.verify(Optional.of(early)).problem()).as("it has only grown since").isEmpty();
        tamper("delete from history where id > 2");
        assertThat(verify().problem()).as("the rest hangs together").isEmpty();
        assertThat(history.verify(Optional.of(kept)).problem().orElseThrow()).contains("cut off");
        assertThat(history.verify(Optional.of(early.toUpperCase(java.util.Locale.ROOT))).problem()).isEmpty();
    }

    private void tamper(String sql) {
        ledger.database.change(handle -> {
            List.of("history_is_kept", "history_is_not_changed").forEach(trigger -> handle.execute("drop trigger " + trigger));
            handle.execute(sql);
        });
    }

    private Claims claims() {
        return ledger.claims(1000, 1000, 1, 1000);
    }

    private void award(long person) {
        ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        claims().claim("badges", "me", 9).forEach(claim -> ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("r" + person), true, "Awarded.")));
    }

    private Verified verify() {
        return history.verify(Optional.empty());
    }

    private List<ShownStep> steps() {
        return history.last(Set.of(), Optional.empty(), 99);
    }
}
