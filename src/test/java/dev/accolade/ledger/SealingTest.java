package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {

    static final Coverage ANN = new Coverage("fedora", Coverage.Kind.MEMBER, "1");

    @TempDir
    Path folder;
    TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        ledger.read("g/1", "g/2");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void absenceIsCertainAfterTwoReadsASetTimeApart() {
        ledger.forward(Duration.ofMinutes(1)).read("g/2");
        ledger.forward(Duration.ofMinutes(10).minusMillis(1)).read("g/2");
        assertThat(ledger.held()).containsExactly("g/1", "g/2");
        ledger.forward(Duration.ofMillis(1)).read("g/2");
        assertThat(ledger.held()).containsExactly("g/2");
    }

    @Test
    void oneReadThatShowsItAgainBeginsTheTimeAnew() {
        ledger.forward(Duration.ofMinutes(1)).read("g/2");
        ledger.forward(Duration.ofMinutes(9)).read("g/1", "g/2");
        ledger.forward(Duration.ofMinutes(9)).read("g/2");
        assertThat(ledger.held()).contains("g/1");
    }

    @Test
    void whatAHintAskedAboutIsCertainAtOnce() {
        ledger.forward(Duration.ofMinutes(1));
        ledger.snapshots.seal(ledger.stage(ledger.snapshots.begin(ANN, Cause.HINT)));
        assertThat(ledger.held()).containsExactly("g/2");
    }

    @Test
    void aReadThatFailsOrIsCutChangesNothingHoweverOften() {
        for (int i = 0; i < 3; i++) {
            Snapshot cut = ledger.forward(Duration.ofHours(1)).everything("g/3");
            assertThat(ledger.held()).containsExactly("g/1", "g/2");
            ledger.snapshots.fail(cut, "HTTP 500");
        }
        assertThat(ledger.held()).containsExactly("g/1", "g/2");
        assertThat(ledger.database.<Integer>read(handle -> handle.createQuery("select count(*) from staged_entitlement").mapTo(Integer.class).one())).isZero();
    }

    @Test
    void aReadCountsOnlyOnce() {
        Snapshot read = ledger.forward(Duration.ofMinutes(1)).everything("g/1", "g/2");
        ledger.snapshots.seal(read);
        assertThatThrownBy(() -> ledger.snapshots.seal(read)).isInstanceOf(IllegalStateException.class).hasMessageContaining("had ended before");
        Snapshot failed = ledger.forward(Duration.ofMinutes(1)).everything("g/1", "g/2");
        ledger.snapshots.fail(failed, "cut");
        assertThatThrownBy(() -> ledger.snapshots.seal(failed)).isInstanceOf(IllegalStateException.class);
        ledger.forward(Duration.ofMinutes(20)).read("g/2");
        assertThat(ledger.held()).as("only the last read did not show it").contains("g/1");
    }

    @Test
    void anOlderReadThatEndsLaterTakesNothingThatANewerOneShowed() {
        Snapshot older = ledger.forward(Duration.ofMinutes(1)).stage(ledger.snapshots.begin(ANN, Cause.HINT));
        ledger.forward(Duration.ofMinutes(1)).read("g/1", "g/2");
        ledger.snapshots.seal(older);
        assertThat(ledger.held()).containsExactly("g/1", "g/2");
        ledger.forward(Duration.ofMinutes(20)).read("g/2");
        assertThat(ledger.held()).as("absent for the first time").containsExactly("g/1", "g/2");
    }

    @Test
    void anOlderReadThatEndsLaterDoesNotBringBackWhatANewerOneMissed() {
        Snapshot older = ledger.forward(Duration.ofMinutes(1)).everything("g/1", "g/2");
        ledger.forward(Duration.ofMinutes(1));
        ledger.snapshots.seal(ledger.stage(ledger.snapshots.begin(ANN, Cause.HINT)));
        ledger.snapshots.seal(older);
        assertThat(ledger.held()).containsExactly("g/2");
    }

    @Test
    void aScopeThatVanishedTakesNothing() {
        ledger.read("h/1", "g/1", "g/2");
        ledger.forward(Duration.ofMinutes(1)).read("h/1");
        ledger.forward(Duration.ofHours(1)).read("h/1");
        assertThat(ledger.held()).containsExactly("g/1", "g/2", "h/1");
    }

    @Test
    void whoComesBackAfterTheEndIsThereAgainSinceThen() {
        ledger.forward(Duration.ofMinutes(1)).read("g/2");
        ledger.forward(Duration.ofMinutes(10)).read("g/2");
        ledger.forward(Duration.ofMinutes(10)).read("g/1", "g/2");
        assertThat(ledger.held()).contains("g/1");
        assertThat(ledger.database.<Long>read(handle -> handle.createQuery("select first_seen from entitlement where member_id = '1'").mapTo(Long.class).one()))
                .isEqualTo(ledger.now.toEpochMilli());
    }

    @Test
    void aLargeScopeThatComesBackEmptyOrHalvedIsHeldAndOthersAreNot() {
        ledger.read("big/1", "big/2", "big/3", "big/4", "empty/1", "empty/2", "empty/3", "empty/4", "small/1", "small/2", "rest/1", "rest/2", "rest/3", "rest/4",
                "rest/5", "rest/6", "rest/7", "rest/8", "g/1", "g/2");
        for (int i = 0; i < 3; i++) {
            ledger.forward(Duration.ofMinutes(11)).read("big/1", "big/2", "empty", "small/1", "rest/1", "rest/2", "rest/3", "rest/4", "rest/5", "rest/6", "rest/7", "g/1", "g/2");
        }
        assertThat(ledger.held()).contains("big/3", "big/4", "empty/1", "empty/4").doesNotContain("small/2", "rest/8");
    }

    @Test
    void asManyStrangersInALargeScopeAreNoComfort() {
        ledger.read("big/1", "big/2", "big/3", "big/4", "g/1", "g/2");
        for (int i = 0; i < 3; i++) {
            ledger.forward(Duration.ofMinutes(11)).read("big/5", "big/6", "big/7", "big/8", "g/1", "g/2");
        }
        assertThat(ledger.held()).contains("big/1", "big/2", "big/3", "big/4", "big/5");
    }

    @Test
    void aSourceOfSmallGroupsThatCollapsesIsHeld() {
        ledger.read("g/1", "g/2", "h/1", "h/2", "i/1", "i/2");
        for (int i = 0; i < 3; i++) {
            ledger.forward(Duration.ofMinutes(11)).read("g/1", "h", "i");
        }
        assertThat(ledger.held()).containsExactly("g/1", "g/2", "h/1", "h/2", "i/1", "i/2");
    }

    @Test
    void anApprovalLetsGoOfWhatItWasGivenForAndAFurtherShrinkageIsHeldAgain() {
        String[] all = with(14, "big/1", "big/2", "big/3", "big/4", "big/5", "big/6", "big/7", "big/8", "big/9");
        String[] four = with(14, "big/1", "big/2", "big/3", "big/4");
        String[] one = with(14, "big/1");
        ledger.read(all);
        ledger.forward(Duration.ofMinutes(11)).read(four);
        assertThat(ledger.approvals.approveShrinkage("fedora", "other", "ann", ledger.now.plusSeconds(3600))).isFalse();
        assertThat(ledger.approvals.approveShrinkage("fedora", "big", "ann", ledger.now.plusSeconds(3600))).isTrue();
        ledger.forward(Duration.ofMinutes(11)).read(one);
        ledger.forward(Duration.ofMinutes(11)).read(one);
        assertThat(ledger.held()).as("one is fewer than was approved").contains("big/9", "big/2");
        ledger.approvals.approveShrinkage("fedora", "big", "ann", ledger.now.plusSeconds(3600));
        ledger.forward(Duration.ofMinutes(11)).read(one);
        ledger.forward(Duration.ofMinutes(11)).read(one);
        assertThat(ledger.held()).contains("big/1", "rest/9").doesNotContain("big/2", "big/4", "big/9");
    }

    @Test
    void anApprovalOfAShrinkageExpires() {
        ledger.read("big/1", "big/2", "big/3", "big/4", "g/1", "g/2");
        ledger.forward(Duration.ofMinutes(11)).read("big", "g/1", "g/2");
        ledger.approvals.approveShrinkage("fedora", "big", "ann", ledger.now.plusSeconds(60));
        ledger.forward(Duration.ofMinutes(11)).read("big", "g/1", "g/2");
        ledger.forward(Duration.ofMinutes(11)).read("big", "g/1", "g/2");
        assertThat(ledger.held()).contains("big/1", "big/4");
    }

    /** These rights, beside so many others that the source as a whole does not shrink much. */
    private static String[] with(int others, String... rights) {
        return Stream.concat(Stream.of(rights), IntStream.rangeClosed(1, others).mapToObj(member -> "rest/" + member)).toArray(String[]::new);
    }
}
