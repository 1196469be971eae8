package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        claims = ledger.claims(1000, 1000, 1, 1000);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void eightWorkersOnTwoDatabasesNeverGetOneChange() throws Exception {
        for (int person = 1; person <= 200; person++) {
            award("a", person);
        }
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try (Database second = new Database(folder.resolve("ledger.db"))) {
            Claims other = new Claims(second, ledger, TestLedger.LEASE, java.util.Map.of("badges", new Limits(150, 0, 0, 1, 0)));
            Claims these = ledger.claims(150, 0, 0, 0);
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Claims mine = i % 2 == 0 ? these : other;
                String owner = "worker-" + i;
                work.add(() -> all(mine, owner));
            }
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Long>> one : workers.invokeAll(work)) {
                claimed.addAll(one.get());
            }
            assertThat(claimed).doesNotHaveDuplicates().hasSize(150);
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<Long> all(Claims claims, String owner) {
        List<Long> ids = new ArrayList<>();
        for (List<Claim> some = claims.claim("badges", owner, 7); !some.isEmpty(); some = claims.claim("badges", owner, 7)) {
            some.forEach(claim -> ids.add(claim.id()));
        }
        return ids;
    }

    @Test
    void anExpiredLeaseIsLookedAtFirstAndTheLateAnswerWritesNothing() {
        award("a", 1);
        Claim lost = one("early");
        ledger.forward(TestLedger.LEASE);
        assertThat(claims.claim("badges", "late", 9)).as("it may still come back").isEmpty();
        ledger.forward(Duration.ofMillis(1));
        Claim again = one("late");
        assertThat(again.lookFirst()).isTrue();
        assertThat(again.intentAt()).isEqualTo(lost.intentAt());
        assertThat(settle(lost, Outcome.APPLIED, "r1")).isFalse();
        assertThat(settle(lost, Outcome.UNKNOWN, null)).isFalse();
        assertThat(ledger.grants()).isEmpty();
        assertThat(settle(again, Outcome.ALREADY_SO, "r1")).isTrue();
        assertThat(ledger.grants()).containsExactly("1 a 1 LIVE r1");
    }

    @Test
    void aLateAnswerOfTheSameProcessIsNotTakenForItsLaterAttempt() {
        award("a", 1);
        Claim lost = one("me");
        ledger.forward(TestLedger.LEASE.plusMillis(1));
        Claim again = one("me");
        assertThat(settle(lost, Outcome.RETRY_LATER, null)).isFalse();
        assertThat(ledger.state(again.id())).isEqualTo("CLAIMED");
        assertThat(settle(again, Outcome.APPLIED, "r1")).isTrue();
    }

    @Test
    void anUnknownEndStaysUnknownUntilSomebodyLooked() {
        award("a", 1);
        settle(one("me"), Outcome.UNKNOWN, null);
        Claim again = one("me");
        assertThat(again.lookFirst()).isTrue();
        settle(again, Outcome.RETRY_LATER, null);
        assertThat(ledger.state(again.id())).isEqualTo("UNKNOWN");
        settle(one("me"), Outcome.REFUSED, null);
        new Remedies(ledger.database, ledger).retryRefused("test");
        assertThat(one("me").lookFirst()).isTrue();
    }

    @Test
    void refusedChangesWaitForAnOperator() {
        long id = award("a", 1);
        settle(one("me"), Outcome.REFUSED, null);
        assertThat(claims.claim("badges", "me", 9)).isEmpty();
        assertThat(new Remedies(ledger.database, ledger).retryRefused("test")).hasSize(1);
        assertThat(one("me").id()).isEqualTo(id);
    }

    @Test
    void anApprovalReleasesExactlyTheseOnceAndOnlyUntilItExpires() {
        Claims none = ledger.claims(0, 0, 0, 0);
        long first = award("a", 1);
        long second = award("a", 2);
        long waiting = ledger.plan(ChangeKind.REVOKE, "b", 3, 1, Optional.of(WaitingFor.APPROVAL));
        long grace = ledger.plan(ChangeKind.REVOKE, "b", 4, 1, Optional.of(WaitingFor.GRACE));
        assertThat(none.claim("badges", "me", 9)).isEmpty();
        assertThat(ledger.approvals.approve(List.of(first, waiting, grace, 999L), "ann", ledger.now.plusSeconds(60))).containsExactly(first, waiting);
        ledger.forward(Duration.ofSeconds(61));
        assertThat(none.claim("badges", "me", 9)).as("too late").isEmpty();
        ledger.approvals.approve(List.of(first, waiting), "ann", ledger.now.plusSeconds(60));
        List<Claim> released = none.claim("badges", "me", 9);
        assertThat(released).extracting(Claim::id).containsExactly(first, waiting);
        assertThat(ledger.state(second)).isEqualTo("WAITING LIMIT");
        settle(released.get(0), Outcome.REFUSED, null);
        new Remedies(ledger.database, ledger).retryRefused("test");
        assertThat(none.claim("badges", "me", 9)).as("approved before, and it never happened").extracting(Claim::id).containsExactly(first);
    }

    @Test
    void whatWasApprovedStaysReleasedWhenItsFirstAttemptCameToNothing() {
        Claims none = ledger.claims(0, 0, 0, 0);
        long id = award("a", 1);
        none.claim("badges", "me", 9);
        ledger.approvals.approve(List.of(id), "ann", ledger.now.plusSeconds(60));
        settle(none.claim("badges", "me", 9).get(0), Outcome.RETRY_LATER, null);
        ledger.forward(Duration.ofHours(1));
        assertThat(none.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(id);
    }

    @Test
    void whileAClockIsTooFarAwayNothingIsClaimedThatRestsOnTimes() {
        ledger.live("b", 3, 3);
        long removal = revoke("b", 3);
        long dated = award("a", 1);
        long plain = award("a", 2);
        ledger.database.change(handle -> handle.execute("update change set desired_json = json_set(desired_json, '$.issuedOn', '2026-02-01T00:00:00Z') where id = ?", dated));
        Skews skews = new Skews(ledger.database, ledger);
        skews.note("fedora", Duration.ofHours(-1));
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(plain);
        assertThat(ledger.state(removal)).as("no limit holds it").isEqualTo("PLANNED");
        skews.note("fedora", Duration.ofMinutes(2));
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactlyInAnyOrder(removal, dated);
    }

    @Test
    void anApprovedRemovalWaitsForTheClocksTooAndIsNotForgotten() {
        ledger.live("b", 3, 3);
        long removal = ledger.plan(ChangeKind.REVOKE, "b", 3, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(removal), "ann", ledger.now.plus(Duration.ofDays(1)));
        Skews skews = new Skews(ledger.database, ledger);
        skews.note("badges", Duration.ofHours(1));
        assertThat(claims.claim("badges", "me", 9)).isEmpty();
        skews.note("badges", Duration.ZERO);
        assertThat(claims.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(removal);
    }

    @Test
    void whatAlreadyStandsForAnotherPersonIsRefused() {
        award("a", 1);
        long second = award("a", 2);
        claims.claim("badges", "me", 9).forEach(claim -> settle(claim, Outcome.ALREADY_SO, "the-same"));
        assertThat(ledger.grants()).containsExactly("1 a 1 LIVE the-same");
        assertThat(ledger.state(second)).isEqualTo("REFUSED");
    }

    @Test
    void anAwardItsEndAndANewGenerationFollowEachOther() {
        award("a", 1);
        settle(one("me"), Outcome.APPLIED, "a1");
        revoke("a", 1);
        settle(one("me"), Outcome.APPLIED, "a1");
        ledger.plan(ChangeKind.AWARD, "a", 1, 2, Optional.empty());
        settle(one("me"), Outcome.APPLIED, "again");
        assertThat(ledger.grants()).containsExactly("1 a 1 ENDED a1", "1 a 2 LIVE again");
    }

    private long award(String object, long person) {
        return ledger.plan(ChangeKind.AWARD, object, person, 1, Optional.empty());
    }

    private long revoke(String object, long person) {
        return ledger.plan(ChangeKind.REVOKE, object, person, 1, Optional.empty());
    }

    private Claim one(String owner) {
        List<Claim> claimed = claims.claim("badges", owner, 9);
        assertThat(claimed).hasSize(1);
        return claimed.get(0);
    }

    private boolean settle(Claim claim, Outcome outcome, String remote) {
        return ledger.settlements.settle(new Settlement(claim, outcome, Optional.ofNullable(remote), true, "said", Optional.empty()));
    }
}
