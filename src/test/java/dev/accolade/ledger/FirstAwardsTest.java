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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstAwardsTest {

    @TempDir
    Path folder;
    TestLedger ledger;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        claims = limited(ledger.database, 3);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Claims limited(Database database, int firsts) {
        return new Claims(database, ledger, TestLedger.LEASE, Map.of("badges", new Limits(1000, 1000, 1, 1, 1000, Limits.Narrow.NOTHING, firsts)));
    }

    /** Addresses follow from the person: p1@example.org. */
    private long award(String object, long person) {
        return ledger.plan(ChangeKind.AWARD, object, person, 1, Optional.empty());
    }

    private void known(String object, int person) {
        ledger.database.change(handle -> handle.execute("insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since) "
                + "values ('badges', ?, ?, 1, 'ENDED', ?, 1, ?, '{}', 0)", object, person, object + person, "{\"type\":\"badge\",\"recipient\":\"p" + person + "@example.org\",\"evidence\":[]}"));
    }

    private List<Long> claim() {
        return claims.claim("badges", "worker", 64).stream().map(Claim::id).toList();
    }

    /** Claims and does. */
    private List<Long> done() {
        List<Claim> all = claims.claim("badges", "worker", 64);
        all.forEach(claim -> ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("remote-" + claim.id()), true, "Awarded.")));
        return all.stream().map(Claim::id).toList();
    }

    private Map<String, Long> planned() {
        return ledger.database.read(FirstAwards::planned);
    }

    @Test
    void letsThroughAsManyNewAddressesAsADayMaySeeAndEverybodyElse() {
        List<Long> first = List.of(award("a", 1), award("a", 2), award("a", 3), award("a", 4), award("a", 5));
        known("old", 6);
        long sixth = award("a", 6);
        assertThat(planned()).containsExactly(Map.entry("badges", 5L));
        assertThat(done()).containsExactly(first.get(0), first.get(1), first.get(2), sixth);
        assertThat(ledger.state(first.get(3))).isEqualTo("WAITING LIMIT");
        assertThat(done()).isEmpty();
        assertThat(planned()).containsExactly(Map.entry("badges", 2L));
        ledger.forward(Duration.ofHours(24));
        assertThat(done()).containsExactly(first.get(3), first.get(4));
    }

    @Test
    void allBadgesOfOneAddressGoTogetherForItIsMailedOnce() {
        List<Long> one = List.of(award("a", 1), award("b", 1), award("c", 1));
        award("a", 2);
        award("a", 3);
        long fourth = award("a", 4);
        long fourthToo = award("b", 4);
        assertThat(planned()).containsExactly(Map.entry("badges", 4L));
        assertThat(done()).containsAll(one).hasSize(5);
        ledger.forward(Duration.ofHours(24));
        assertThat(done()).containsExactly(fourth, fourthToo);
    }

    @Test
    void whatASurveyFoundIsKnown() {
        ledger.database.change(handle -> handle.execute("insert into holding (target, object_id, recipient, remote_id, ours) values ('badges', 'x', 'p1@example.org', 'r', 0)"));
        award("a", 1);
        assertThat(planned()).isEmpty();
        claims = limited(ledger.database, 1);
        award("a", 2);
        assertThat(claim()).hasSize(2);
    }

    @Test
    void anAttemptThatCameToNothingKeepsItsPlaceAndTakesNoSecondOne() {
        claims = limited(ledger.database, 1);
        long first = award("a", 1);
        long second = award("a", 2);
        Claim claim = claims.claim("badges", "worker", 64).get(0);
        ledger.settlements.settle(new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, "busy", Optional.of(ledger.now.plusSeconds(5))));
        assertThat(claim()).as("another person does not take its place").isEmpty();
        ledger.forward(Duration.ofSeconds(5));
        assertThat(claim()).containsExactly(first);
        assertThat(ledger.state(second)).isEqualTo("WAITING LIMIT");
    }

    @Test
    void whatIsSentADayAfterItsFirstAttemptCountsOnThatDay() {
        claims = limited(ledger.database, 1);
        long first = award("a", 1);
        long second = award("a", 2);
        assertThat(claim()).as("by a worker that does not come back").containsExactly(first);
        ledger.forward(Duration.ofHours(25));
        assertThat(done()).containsExactly(first);
        assertThat(done()).as("the mail of this day is sent").isEmpty();
        ledger.forward(Duration.ofHours(24));
        assertThat(done()).containsExactly(second);
    }

    @Test
    void anApprovalReleasesOneAndIsNotCounted() {
        for (int person = 1; person <= 5; person++) {
            award("a", person);
        }
        List<Long> today = claim();
        List<Long> held = ledger.approvals.held();
        ledger.approvals.approve(held.subList(0, 1), "ada", ledger.now.plus(Duration.ofHours(1)));
        assertThat(claim()).isEqualTo(held.subList(0, 1));
        assertThat(today).hasSize(3);
    }

    @Test
    void manyHeldOnesHoldUpNobodyBehindThem() {
        for (int person = 1; person <= 300; person++) {
            award("a", person);
        }
        known("old", 301);
        long last = award("a", 301);
        assertThat(claims.claim("badges", "worker", 10)).extracting(Claim::id).hasSize(4).contains(last);
    }

    @Test
    void withoutALimitNobodyIsHeld() {
        claims = limited(ledger.database, 0);
        for (int person = 1; person <= 60; person++) {
            award("a", person);
        }
        assertThat(claim()).hasSize(60);
    }

    @Test
    void twoProcessesSpendOneLimitOnce() throws Exception {
        for (int person = 1; person <= 100; person++) {
            award("a", person);
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try (Database second = new Database(folder.resolve("ledger.db"))) {
            List<Callable<Integer>> work = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Claims mine = limited(i % 2 == 0 ? ledger.database : second, 17);
                String owner = "worker-" + i;
                work.add(() -> {
                    int claimed = 0;
                    for (int got = mine.claim("badges", owner, 5).size(); got > 0; got = mine.claim("badges", owner, 5).size()) {
                        claimed += got;
                    }
                    return claimed;
                });
            }
            int all = 0;
            for (var one : workers.invokeAll(work)) {
                all += one.get();
            }
            assertThat(all).isEqualTo(17);
        } finally {
            workers.shutdownNow();
        }
    }
}
