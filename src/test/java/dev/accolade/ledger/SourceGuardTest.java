package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.Coverage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is read group by group, or account by account, is judged as a whole before each pull. */
class SourceGuardTest {

    @TempDir
    Path folder;
    TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        pull(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void allSmallGroupsThatComeBackEmptyAtOnceTakeNothing() {
        pull();
        pull();
        pull();
        assertThat(ledger.held()).hasSize(8);
        assertThat(new Status(ledger.database).sources(List.of("fedora")).get(0).held()).singleElement()
                .satisfies(held -> assertThat(held.before() + " " + held.after()).isEqualTo("8 0"));
    }

    @Test
    void aFewOfThemEndAsTheyShould() {
        pull(1, 2, 3, 4, 5, 6);
        pull(1, 2, 3, 4, 5, 6);
        assertThat(ledger.held()).hasSize(6);
    }

    @Test
    void halfOfThemOneAfterTheOtherOnOneDayIsHeldToo() {
        pull(1, 2, 3, 4, 5, 6);
        pull(1, 2, 3, 4, 5, 6);
        pull(1, 2, 3, 4);
        pull(1, 2, 3, 4);
        assertThat(ledger.held()).as("the second two would make it half of what was there yesterday").hasSize(6);
    }

    @Test
    void whatComesBackIsLetGoOf() {
        pull();
        pull();
        pull(1, 2, 3, 4, 5, 6, 7, 8);
        pull(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(new Status(ledger.database).sources(List.of("fedora")).get(0).held()).isEmpty();
        assertThat(ledger.held()).hasSize(8);
    }

    @Test
    void anApprovalLetsItHappen() {
        pull();
        pull();
        assertThat(ledger.approvals.approveShrinkage("fedora", "", "ann", ledger.now.plus(Duration.ofDays(1)))).isTrue();
        pull();
        assertThat(ledger.held()).isEmpty();
    }

    @Test
    void accountsAreGuardedOnScheduleAndAnEventAboutOneOfThemCounts() {
        accounts(Cause.SCHEDULE, 1, 8);
        accounts(Cause.SCHEDULE, 1, 8);
        assertThat(ledger.held()).hasSize(8);
        accounts(Cause.HINT, 3, 3);
        assertThat(ledger.held()).hasSize(7).doesNotContain("g3/3");
    }

    /** Eight groups of one; only these are not empty. */
    private void pull(int... filled) {
        ledger.forward(Duration.ofMinutes(11));
        ledger.snapshots.beforePull("fedora");
        for (int group = 1; group <= 8; group++) {
            int number = group;
            boolean there = IntStream.of(filled).anyMatch(one -> one == number);
            var read = ledger.snapshots.begin(new Coverage("fedora", Coverage.Kind.SCOPE, "g" + group), Cause.SCHEDULE);
            ledger.snapshots.seal(ledger.stage(read, "g" + group + (there ? "/" + group : "")));
        }
    }

    /** Accounts from one number to another that are read and hold nothing. */
    private void accounts(Cause cause, int from, int to) {
        ledger.forward(Duration.ofMinutes(11));
        ledger.snapshots.beforePull("fedora");
        for (int account = from; account <= to; account++) {
            ledger.snapshots.seal(ledger.snapshots.begin(new Coverage("fedora", Coverage.Kind.MEMBER, "" + account), cause));
        }
    }
}
