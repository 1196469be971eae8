package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Outcome;
import dev.accolade.model.WaitingFor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run is handed what it has chosen and nothing else, under the same limits as everybody. */
class ChosenTest {

    private static final Among MINE = new Among(Optional.of("run"));

    @TempDir
    Path folder;
    TestLedger ledger;
    KeptChanges changes;
    Claims claims;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        changes = new KeptChanges(ledger.database);
        claims = ledger.claims(1000, 1000, 1, 1000);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void handsOutChosenOnesOfEverySortAndNothingElse() {
        List<Long> mine = sorts(1);
        List<Long> others = sorts(100);
        choose(mine);

        assertThat(claims.claim("badges", "me", 99, MINE)).extracting(Claim::id).containsExactlyInAnyOrderElementsOf(mine);
        assertThat(claims.claim("badges", "me", 99, MINE)).isEmpty();
        assertThat(claims.claim("badges", "run", 99)).extracting(Claim::id).containsExactlyInAnyOrderElementsOf(others);
    }

    /** Planned award, removal, update; what nobody knows the end of; what was approved. */
    private List<Long> sorts(long person) {
        ledger.live("a", (int) person + 10, (int) person + 12);
        long award = ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
        long removal = ledger.plan(ChangeKind.REVOKE, "a", person + 10, 1, Optional.empty());
        long update = ledger.plan(ChangeKind.UPDATE, "a", person + 11, 1, Optional.empty());
        long approved = ledger.plan(ChangeKind.REVOKE, "a", person + 12, 1, Optional.of(WaitingFor.APPROVAL));
        ledger.approvals.approve(List.of(approved), "ada", ledger.now.plus(Duration.ofHours(1)));
        long unknown = ledger.plan(ChangeKind.AWARD, "b", person, 1, Optional.empty());
        ledger.database.change(handle -> handle.execute("update change set state = 'UNKNOWN', look_first = 1, counted_at = ? where id = ?", ledger.millis(), unknown));
        return List.of(award, removal, update, approved, unknown);
    }

    @Test
    void countsWhatOthersHaveSpentOfTheLimit() {
        Claims two = ledger.claims(2, 2, 1, 2);
        long first = award(1);
        award(2);
        long third = award(3);
        choose(List.of(first, third));
        assertThat(two.claim("badges", "run", 1)).hasSize(1);
        assertThat(two.claim("badges", "me", 9, MINE)).extracting(Claim::id).containsExactly(third);
        long fourth = award(4);
        choose(List.of(fourth));
        assertThat(two.claim("badges", "me", 9, MINE)).as("the day's two are spent").isEmpty();
        assertThat(ledger.state(fourth)).isEqualTo("WAITING LIMIT");
    }

    @Test
    void handsOutNothingOfAPausedTargetAndNothingThatWouldBeRefused() {
        long id = award(1);
        choose(List.of(id));
        new Pauses(ledger.database, ledger).pause("badges", "ada", "");
        assertThat(claims.claim("badges", "me", 9, MINE)).isEmpty();
        new Pauses(ledger.database, ledger).resume("badges", "ada");
        new Barriers(ledger.database, ledger).answered("badges", List.of(Barrier.target("badges", "no login")));
        assertThat(claims.claim("badges", "me", 9, MINE)).isEmpty();
    }

    @Test
    void comesBackForWhatIsHandedBackUnsent() {
        long id = award(1);
        choose(List.of(id));
        Claim claim = claims.claim("badges", "me", 9, MINE).get(0);
        assertThat(changes.claimed("run")).isEqualTo(1);
        ledger.settlements.settle(new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true, "too late", Optional.of(ledger.now)));
        assertThat(claims.claim("badges", "me", 9, MINE)).extracting(Claim::id).containsExactly(id);
    }

    @Test
    void choosesNothingThatIsFinishedOrIsForSomebodyElseNow() {
        long done = award(1);
        long moved = award(2);
        Collection<KeptChange> before = changes.of(List.of(done, moved)).values();
        ledger.database.change(handle -> handle.execute("update change set state = 'SUPERSEDED' where id = ?", done));
        ledger.database.change(handle -> handle.execute("update change set person = 99 where id = ?", moved));
        changes.choose("run", before);
        assertThat(claims.claim("badges", "me", 9, MINE)).isEmpty();
    }

    @Test
    void aLaterRunTakesOverAndWhatIsReleasedIsNobodys() {
        long id = award(1);
        choose(List.of(id));
        changes.choose("other", changes.of(List.of(id)).values());
        assertThat(claims.claim("badges", "me", 9, MINE)).isEmpty();
        changes.release("run");
        assertThat(claims.claim("badges", "me", 9, new Among(Optional.of("other")))).hasSize(1);
        changes.release("other");
        assertThat(changes.of(List.of(id)).get(id).chosen()).isEmpty();
    }

    @Test
    void countsAndPages() {
        List<Long> all = new ArrayList<>();
        for (int person = 1; person <= KeptChanges.PAGE + 3; person++) {
            all.add(award(person));
        }
        choose(all.subList(0, 2));
        assertThat(changes.others("run")).isEqualTo(all.size() - 2);
        List<KeptChange> first = changes.openAfter(0);
        assertThat(first).hasSize(KeptChanges.PAGE);
        assertThat(changes.openAfter(first.get(first.size() - 1).id())).hasSize(3);
        assertThat(changes.of(List.of())).isEmpty();
    }

    @Test
    void everyLedgerHasAMarkOfItsOwn() {
        try (Database other = new Database(folder.resolve("other.db"))) {
            assertThat(new KeptChanges(other).ledger()).hasSize(32).isNotEqualTo(changes.ledger());
            assertThat(new KeptChanges(other).salt()).hasSize(32).isNotEqualTo(changes.salt());
        }
        assertThat(changes.ledger()).isEqualTo(changes.ledger());
    }

    private long award(long person) {
        return ledger.plan(ChangeKind.AWARD, "a", person, 1, Optional.empty());
    }

    private void choose(List<Long> ids) {
        changes.choose("run", changes.of(ids).values());
    }
}
