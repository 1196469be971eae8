package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much a rolling day, or thirty of them, may see: on a target, a badge class or store, a scope. */
class LimitsTest {

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
    void awardsBeyondADaysLimitAreHeldUntilTheDayMovesOn() {
        Claims two = ledger.claims(2, 0, 0, 0);
        award("a", 1);
        award("b", 2);
        long third = award("a", 3);
        assertThat(two.claim("badges", "me", 9)).hasSize(2).allSatisfy(claim -> settle(claim, Outcome.APPLIED, "r" + claim.id()));
        assertThat(two.claim("badges", "me", 9)).isEmpty();
        assertThat(ledger.state(third)).isEqualTo("WAITING LIMIT");
        ledger.forward(Duration.ofDays(1).minusMillis(1));
        assertThat(two.claim("badges", "me", 9)).isEmpty();
        ledger.forward(Duration.ofMillis(1));
        assertThat(two.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(third);
    }

    @Test
    void whatCameToNothingOnTheDayBeforeCountsOnTheDayItIsDone() {
        Claims two = ledger.claims(2, 0, 0, 0);
        for (int person = 1; person <= 6; person++) {
            award("a", person);
        }
        for (int i = 0; i < 3; i++) {
            two.claim("badges", "me", 2).forEach(claim -> ledger.settlements.settle(
                    new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, "down", Optional.of(ledger.now.plus(Duration.ofHours(25))))));
        }
        ledger.forward(Duration.ofHours(26));
        List<Claim> done = new ArrayList<>();
        for (List<Claim> some = two.claim("badges", "me", 2); !some.isEmpty(); some = two.claim("badges", "me", 2)) {
            some.forEach(claim -> settle(claim, Outcome.APPLIED, "r" + claim.id()));
            done.addAll(some);
        }
        assertThat(done).hasSize(2);
    }

    @Test
    void whatNobodyKnewForDaysCountsOnTheDayOnWhichItMayBeDone() {
        Claims two = ledger.claims(2, 0, 0, 0);
        for (int person = 1; person <= 6; person++) {
            award("a", person);
        }
        two.claim("badges", "me", 2).forEach(claim -> settle(claim, Outcome.UNKNOWN, null));
        two.claim("badges", "me", 2).forEach(claim -> settle(claim, Outcome.UNKNOWN, null));
        ledger.forward(Duration.ofHours(25));
        List<Claim> looked = two.claim("badges", "me", 9);
        assertThat(looked).as("begun two days ago, and first in today's line").hasSize(2).allMatch(Claim::lookFirst);
        looked.forEach(claim -> settle(claim, Outcome.APPLIED, "r" + claim.id()));
        assertThat(two.claim("badges", "me", 9)).as("they were today's two").isEmpty();
    }

    @Test
    void whatNobodyKnewForDaysWaitsWhenTodaysRoomIsSpent() {
        Claims two = ledger.claims(2, 0, 0, 0);
        award("a", 1);
        award("a", 2);
        two.claim("badges", "me", 2).forEach(claim -> ledger.settlements.settle(
                new Settlement(claim, Outcome.UNKNOWN, Optional.empty(), true, "said", Optional.of(ledger.now.plus(Duration.ofHours(30))))));
        ledger.forward(Duration.ofHours(25));
        award("a", 3);
        award("a", 4);
        assertThat(two.claim("badges", "me", 9)).hasSize(2).allSatisfy(claim -> settle(claim, Outcome.APPLIED, "r" + claim.id()));
        ledger.forward(Duration.ofHours(6));
        assertThat(two.claim("badges", "me", 9)).isEmpty();
        ledger.forward(Duration.ofHours(18));
        assertThat(two.claim("badges", "me", 9)).hasSize(2);
    }

    @Test
    void removalsAreLimitedByTheShareOfWhatWasLiveWhileOthersAreStillUnderWay() {
        Claims tenth = ledger.claims(0, 1000, 0.1, 3);
        ledger.live("a", 1, 100);
        ledger.live("b", 201, 205);
        for (int person = 1; person <= 30; person++) {
            revoke("a", person);
        }
        for (int person = 201; person <= 205; person++) {
            revoke("b", person);
        }
        List<Claim> claimed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claimed.addAll(tenth.claim("badges", "me", 100));
        }
        assertThat(claimed.stream().filter(claim -> claim.key().objectId().equals("a"))).hasSize(10);
        assertThat(claimed.stream().filter(claim -> claim.key().objectId().equals("b"))).as("always allowed").hasSize(3);
        claimed.forEach(claim -> settle(claim, Outcome.APPLIED, null));
        assertThat(tenth.claim("badges", "me", 100)).isEmpty();
    }

    @Test
    void aLeakThatStaysBelowEachDaysLimitIsHeldByThatOfTheMonth() {
        Claims leaking = new Claims(ledger.database, ledger, TestLedger.LEASE, Map.of("badges", new Limits(0, 1000, 0.1, 0.3, 3)));
        ledger.live("a", 1, 100);
        int taken = 0;
        for (int day = 0; day < 12; day++) {
            for (int person = day * 5 + 1; person <= day * 5 + 5; person++) {
                revoke("a", person);
            }
            List<Claim> today = leaking.claim("badges", "me", 100);
            today.forEach(claim -> settle(claim, Outcome.APPLIED, null));
            taken += today.size();
            ledger.forward(Duration.ofHours(25));
        }
        assertThat(taken).as("five a day of a hundred, and thirty in a month").isEqualTo(30);
        assertThat(ledger.approvals.held()).hasSize(30);
        ledger.forward(Duration.ofDays(20));
        assertThat(leaking.claim("badges", "me", 100)).as("the first days' are thirty days ago, and seventy are left").isNotEmpty();
    }

    @Test
    void oneScopesRemovalsAreHeldWhileOthersOfTheSameClassGoOn() {
        Claims narrow = new Claims(ledger.database, ledger, TestLedger.LEASE,
                Map.of("badges", new Limits(0, 1000, 1, 1, 2, new Limits.Narrow(0, Limits.Growth.ANY, 0, 1000, 0.5))));
        ledger.read(IntStream.rangeClosed(1, 10).mapToObj(member -> "small/" + member).toArray(String[]::new));
        ledger.live("a", 1, 100);
        for (int person = 1; person <= 10; person++) {
            from("small", revoke("a", person));
        }
        for (int person = 11; person <= 13; person++) {
            from("gone", revoke("a", person));
        }
        assertThat(narrow.claim("badges", "me", 100)).extracting(claim -> claim.evidence().get("scope"))
                .containsExactly("fedora:small", "fedora:small", "fedora:small", "fedora:small", "fedora:small", "fedora:gone", "fedora:gone");
        assertThat(narrow.claim("badges", "me", 100)).isEmpty();
        assertThat(ledger.approvals.held()).as("half of the ten, and what is always allowed of the others").hasSize(6);
    }

    @Test
    void awardsOnOneClassAndInOneScopeAreHeldAndThoseBehindThemGoOn() {
        Claims narrow = new Claims(ledger.database, ledger, TestLedger.LEASE,
                Map.of("badges", new Limits(1000, 0, 0, 0, 0, new Limits.Narrow(3, Limits.Growth.ANY, 2, 0, 0))));
        for (int person = 1; person <= 20; person++) {
            from("big", award("a", person));
        }
        for (int person = 21; person <= 25; person++) {
            award("a", person);
        }
        long behind = award("b", 26);
        assertThat(narrow.claim("badges", "me", 3)).hasSize(3).allSatisfy(claim -> settle(claim, Outcome.APPLIED, "r" + claim.id()));
        List<Claim> passedBy = narrow.claim("badges", "me", 100);
        assertThat(passedBy).extracting(Claim::id).containsExactly(behind);
        settle(passedBy.get(0), Outcome.APPLIED, "b26");
        ledger.forward(Duration.ofHours(24));
        assertThat(narrow.claim("badges", "me", 100)).as("the next day as many").hasSize(3);
    }

    @Test
    void aClassGrowsInADayByItsShareOrByWhatIsAlwaysAllowed() {
        Claims growing = new Claims(ledger.database, ledger, TestLedger.LEASE,
                Map.of("badges", new Limits(1000, 1000, 1, 1, 0, new Limits.Narrow(1000, new Limits.Growth(0.1, 3), 1000, 1000, 1))));
        ledger.live("old", 1, 100);
        for (int person = 101; person <= 130; person++) {
            award("old", person);
            award("new", person);
        }
        assertThat(growing.claim("badges", "me", 7)).hasSize(7).allSatisfy(claim -> settle(claim, Outcome.APPLIED, claim.id() + "r"));
        growing.claim("badges", "me", 100).forEach(claim -> settle(claim, Outcome.APPLIED, claim.id() + "r"));
        assertThat(growing.claim("badges", "me", 100)).as("what was awarded today gives no room for more").isEmpty();
        assertThat(live("old") - 100).as("a tenth of the hundred").isEqualTo(10);
        assertThat(live("new")).as("nobody had it").isEqualTo(3);
        ledger.forward(Duration.ofDays(1));
        assertThat(growing.claim("badges", "me", 100)).extracting(claim -> claim.key().objectId()).as("a tenth of a hundred and ten").filteredOn("old"::equals).hasSize(11);
    }

    private int live(String object) {
        return ledger.database.read(handle -> handle.createQuery("select count(*) from grants where object_id = ? and state = 'LIVE'").bind(0, object).mapTo(Integer.class).one());
    }

    private void from(String scope, long change) {
        ledger.database.change(handle -> handle.execute("update change set evidence_json = ? where id = ?", "{\"scope\":\"fedora:" + scope + "\"}", change));
    }

    @Test
    void anUpdateThatTakesScopesNeedsTheRoomOfARemovalAndOthersDoNot() {
        Claims none = ledger.claims(0, 0, 0, 0);
        ledger.live("a", 1, 10);
        long takes = ledger.plan(ChangeKind.UPDATE, "a", 1, 1, Optional.empty());
        long gives = ledger.plan(ChangeKind.UPDATE, "a", 2, 1, Optional.empty());
        ledger.database.change(handle -> handle.execute("update change set evidence_json = '{\"scopesTaken\":\"state\"}' where id = ?", takes));
        assertThat(none.claim("badges", "me", 9)).extracting(Claim::id).containsExactly(gives);
        assertThat(ledger.state(takes)).isEqualTo("WAITING LIMIT");
    }

    @Test
    void removalsAreLimitedOnTheWholeTarget() {
        ledger.live("a", 1, 10);
        ledger.live("b", 11, 20);
        for (int person = 1; person <= 20; person++) {
            revoke(person <= 10 ? "a" : "b", person);
        }
        assertThat(ledger.claims(0, 12, 1, 0).claim("badges", "me", 100)).hasSize(12);
        assertThat(ledger.claims(0, 12, 1, 0).claim("badges", "me", 100)).isEmpty();
        assertThat(ledger.approvals.held()).hasSize(8);
    }

    private long award(String object, long person) {
        return ledger.plan(ChangeKind.AWARD, object, person, 1, Optional.empty());
    }

    private long revoke(String object, long person) {
        return ledger.plan(ChangeKind.REVOKE, object, person, 1, Optional.empty());
    }

    private boolean settle(Claim claim, Outcome outcome, String remote) {
        return ledger.settlements.settle(new Settlement(claim, outcome, Optional.ofNullable(remote), true, "said", Optional.empty()));
    }
}
