package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrelationTest {

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
    void oneMailboxInAnotherCaseIsOnePerson() {
        ledger.member("fedora", "1", "Ann@Example.org");
        ledger.member("reef", "9", " ann@example.ORG ");
        assertThat(ledger.correlation.correlate()).isEqualTo(2);
        assertThat(ledger.personOf("fedora", "1")).isEqualTo(ledger.personOf("reef", "9"));
        assertThat(ledger.correlation.correlate()).isZero();
    }

    @Test
    void whoHasNoAddressStandsAlone() {
        ledger.member("fedora", "1", null);
        ledger.member("fedora", "2", null);
        ledger.member("fedora", "3", "");
        ledger.correlation.correlate();
        assertThat(List.of(ledger.personOf("fedora", "1"), ledger.personOf("fedora", "2"), ledger.personOf("fedora", "3"))).doesNotHaveDuplicates();
    }

    @Test
    void whoChangesTheAddressStaysTheSamePerson() {
        ledger.member("fedora", "1", "ann@example.org");
        ledger.correlation.correlate();
        long before = ledger.personOf("fedora", "1");
        ledger.member("fedora", "1", "ann@elsewhere.example.org");
        ledger.correlation.correlate();
        assertThat(ledger.personOf("fedora", "1")).isEqualTo(before);
    }

    @Test
    void twoPersonsWhoTurnOutToBeOneLoseNothing() {
        long[] two = two();
        ledger.live("both", (int) two[0], (int) two[1]);
        ledger.live("second", (int) two[1], (int) two[1]);
        join();
        assertThat(ledger.grants()).containsExactly("1 both 1 LIVE both1", "1 second 1 LIVE second2", "2 both 1 LIVE both2");
        assertThat(ledger.correlation.correlate()).isZero();
    }

    @Test
    void threePersonsWhoTurnOutToBeOneAreOneAtOnce() {
        ledger.member("fedora", "1", "a@example.org");
        ledger.member("fedora", "2", "b@example.org");
        ledger.member("fedora", "3", "c@example.org");
        ledger.member("reef", "3", "c@example.org");
        ledger.correlation.correlate();
        ledger.people("fedora", "1 a@example.org", "2 b@example.org", "3 a@example.org");
        ledger.member("reef", "3", "b@example.org");
        ledger.correlation.correlate();
        assertThat(List.of(ledger.personOf("fedora", "2"), ledger.personOf("fedora", "3"), ledger.personOf("reef", "3"))).containsOnly(ledger.personOf("fedora", "1"));
        assertThat(ledger.correlation.correlate()).isZero();
    }

    @Test
    void whatIsNotYetSentToEitherOfThemIsPlannedAnew() {
        long[] two = two();
        long kept = award("a", two[0]);
        long other = award("b", two[1]);
        join();
        assertThat(List.of(ledger.state(kept), ledger.state(other))).containsOnly("SUPERSEDED");
    }

    @Test
    void anAwardThatIsUnderWayEndsWithThePersonWhoIsKept() {
        long[] two = two();
        award("a", two[1]);
        Claim claim = claim();
        join();
        assertThat(settle(claim, "r1")).isTrue();
        assertThat(ledger.grants()).containsExactly("1 a 1 LIVE r1");
    }

    @Test
    void aRemovalThatIsUnderWayEndsTheGrantOfThePersonWhoIsKept() {
        long[] two = two();
        ledger.live("a", 2, 2);
        ledger.plan(ChangeKind.REVOKE, "a", two[1], 1, Optional.empty());
        Claim claim = claim();
        join();
        settle(claim, "a2");
        assertThat(ledger.grants()).containsExactly("1 a 1 ENDED a2");
    }

    @Test
    void anAwardUnderWayForThePersonWhoIsKeptDoesNotCollideWithAGrantOfTheOther() {
        long[] two = two();
        ledger.live("a", 2, 2);
        award("a", two[0]);
        Claim claim = claim();
        join();
        assertThat(settle(claim, "r1")).isTrue();
        assertThat(ledger.grants()).containsExactly("1 a 1 LIVE r1", "2 a 1 LIVE a2");
    }

    private long[] two() {
        ledger.member("fedora", "1", "ann@example.org");
        ledger.member("reef", "9", "ann@elsewhere.example.org");
        ledger.correlation.correlate();
        return new long[] {ledger.personOf("fedora", "1"), ledger.personOf("reef", "9")};
    }

    private void join() {
        ledger.member("reef", "9", "ann@example.org");
        ledger.correlation.correlate();
        assertThat(ledger.personOf("reef", "9")).isEqualTo(ledger.personOf("fedora", "1"));
    }

    private long award(String object, long person) {
        return ledger.plan(ChangeKind.AWARD, object, person, 1, Optional.empty());
    }

    private Claim claim() {
        return ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
    }

    private boolean settle(Claim claim, String remote) {
        return ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of(remote), true, "Done."));
    }
}
