package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.StepKind;
import dev.accolade.rules.IdentityFile;
import dev.accolade.rules.KnownNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom an address joins, and whom it does not; what operators say of it. */
class IdentityTest {

    private static final KnownNames NAMES = new KnownNames(Map.of("fedora", "fas", "reef", "cave", "academy", "cloudspot"), Map.of());

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
    void anAddressThatItsSourceDoesNotVouchForJoinsNobody() {
        ledger.member("fedora", "1", "ann@example.org");
        ledger.member("academy", "a", "ann@example.org");
        ledger.member("academy", "b", "ann@example.org");
        ledger.correlation.correlate();
        assertThat(List.of(person("fedora:1"), person("academy:a"), person("academy:b"))).doesNotHaveDuplicates();
        assertThat(ledger.correlation.correlate()).isZero();
    }

    @Test
    void anAddressOfSomebodyWhoIsGoneJoinsNobody() {
        ledger.people("fedora", "1 ann@example.org", "2 bo@example.org");
        ledger.correlation.correlate();
        ledger.forward(Duration.ofHours(1)).people("fedora", "2 bo@example.org");
        ledger.people("reef", "9 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isNotEqualTo(person("fedora:1"));
    }

    @Test
    void anAddressOfSomebodyWhoIsDisabledJoinsNobody() {
        ledger.people("fedora", "1 ann@example.org admin_disabled");
        ledger.people("reef", "9 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isNotEqualTo(person("fedora:1"));
        ledger.forward(Duration.ofHours(1)).people("fedora", "1 ann@example.org active");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isEqualTo(person("fedora:1"));
    }

    @Test
    void anAddressThatWasReadTooLongAgoJoinsNobody() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.forward(Duration.ofDays(2)).people("reef", "9 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isNotEqualTo(person("fedora:1"));
        ledger.people("fedora", "1 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isEqualTo(person("fedora:1"));
    }

    @Test
    void whoHasAnAddressAfterSomebodyElseInTheSameSourceIsNotJoinedByIt() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.people("reef", "9 ann@example.org");
        ledger.correlation.correlate();
        ledger.forward(Duration.ofHours(1)).people("fedora", "1 moved@example.org", "2 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("fedora:1")).isEqualTo(person("reef:9")).isNotEqualTo(person("fedora:2"));
    }

    @Test
    void whoHasTheAddressOfSomebodyDeletedIsNotJoinedWithWhoeverWasJoinedBefore() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.people("reef", "9 ann@example.org");
        ledger.correlation.correlate();
        ledger.forward(Duration.ofHours(1)).people("fedora", "2 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("fedora:1")).isEqualTo(person("reef:9")).isNotEqualTo(person("fedora:2"));
    }

    @Test
    void anHeirWhomAnEventNamedBeforeThePeopleWereListedIsNotJoinedWithTheFormerOwner() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.correlation.correlate();
        ledger.forward(Duration.ofHours(1)).member("fedora", "2", "ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("fedora:2")).isNotEqualTo(person("fedora:1"));
        ledger.forward(Duration.ofHours(1)).people("fedora", "1 moved@example.org", "2 ann@example.org");
        ledger.correlation.correlate();
        assertThat(person("fedora:2")).isNotEqualTo(person("fedora:1"));
    }

    @Test
    void twoWhomOneListShowsWithOneMailboxAreOne() {
        ledger.people("reef", "1 Dora@example.org", "2 dora@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:1")).isEqualTo(person("reef:2"));
    }

    @Test
    void anOlderReadDoesNotBringAnOldAddressBack() {
        ledger.people("fedora", "1 old@example.org");
        var earlier = ledger.snapshots.begin(new dev.accolade.model.Coverage("fedora", dev.accolade.model.Coverage.Kind.MEMBER, "1"), Snapshots.Cause.SCHEDULE);
        ledger.snapshots.stageMembers(earlier, List.of(new dev.accolade.model.Member(new dev.accolade.model.MemberKey("fedora", "1"), "user1", Optional.of("old@example.org"), Optional.empty(), "active")));
        ledger.forward(Duration.ofHours(1)).people("fedora", "1 new@example.org");
        ledger.snapshots.seal(earlier);
        assertThat(ledger.database.<String>read(handle -> handle.createQuery("select email from member").mapTo(String.class).one())).isEqualTo("new@example.org");
    }

    @Test
    void whoGoesBackAndForthBetweenTwoAddressesIsReadEachTime() {
        for (String address : List.of("home", "work", "home", "work", "home")) {
            ledger.forward(Duration.ofHours(1)).people("fedora", "1 " + address + "@example.org");
            assertThat(ledger.database.<String>read(handle -> handle.createQuery("select email from member").mapTo(String.class).one())).isEqualTo(address + "@example.org");
        }
        ledger.people("fedora", "1 home@example.org", "2 work@example.org");
        ledger.people("reef", "9 work@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).as("an address that somebody else had before joins nobody").isNotEqualTo(person("fedora:2")).isNotEqualTo(person("fedora:1"));
    }

    @Test
    void whoIsLinkedIsOnePersonAndANameMeansTheIdItWasFoundToMean() {
        ledger.people("fedora", "1 ann@example.org", "2 bo@example.org");
        ledger.member("academy", "a", "anna@elsewhere.example.org");
        says("links: [[fedora:user1, academy:a]]");
        ledger.correlation.correlate();
        assertThat(person("academy:a")).isEqualTo(person("fedora:1"));
        assertThat(history(StepKind.JOINED)).singleElement().asString().contains("identities.yaml:2");
        ledger.database.change(handle -> handle.execute("update member set username = iif(id = '1', 'renamed', 'user1') where source = 'fedora'"));
        assertThat(ledger.correlation.correlate()).isZero();
        assertThat(person("academy:a")).isNotEqualTo(person("fedora:2"));
    }

    @Test
    void aNameThatMeansNobodyIsSaidAndWaits() {
        says("links: [[fedora:1, academy:a]]");
        ledger.people("fedora", "1 ann@example.org");
        assertThat(ledger.correlation.correlate()).isEqualTo(1);
        assertThat(ledger.correlation.problems()).containsExactly("identities.yaml:2: nobody, or not one alone, is known as academy:a. Nothing follows from it until somebody is.");
        ledger.member("academy", "a", null);
        ledger.correlation.correlate();
        assertThat(person("academy:a")).isEqualTo(person("fedora:1"));
        assertThat(ledger.correlation.problems()).isEmpty();
    }

    @Test
    void aLinkThatIsTakenOutSplitsNobody() {
        whoIsLinkedIsOnePersonAndANameMeansTheIdItWasFoundToMean();
        ledger.identities = dev.accolade.rules.Identities.NONE;
        assertThat(ledger.correlation.correlate()).isZero();
        assertThat(person("academy:a")).isEqualTo(person("fedora:1"));
    }

    @Test
    void whoIsSeparatedIsNeverJoinedWhateverTheAddressesSay() {
        ledger.people("fedora", "1 desk@example.org");
        ledger.people("reef", "9 desk@example.org");
        says("separations: [[fedora:1, reef:9]]");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isNotEqualTo(person("fedora:1"));
        assertThat(ledger.correlation.correlate()).isZero();
        assertThat(history(StepKind.SPLIT)).isEmpty();
    }

    @Test
    void twoNamesOfOneMemberThatContradictEachOtherLinkNobody() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.people("reef", "9 anna@example.org");
        says("links: [[fedora:user1, reef:9]]\nseparations: [[fedora:1, reef:9]]");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isNotEqualTo(person("fedora:1"));
        assertThat(ledger.correlation.problems()).singleElement().asString().contains("said to be two persons as well");
    }

    @Test
    void aLinkTakesSomebodyOutOfAPersonWhomTheOtherIsSeparatedFrom() {
        ledger.people("fedora", "1 ann@example.org");
        ledger.people("reef", "9 ann@example.org");
        ledger.member("academy", "a", "x@example.org");
        ledger.correlation.correlate();
        assertThat(person("reef:9")).isEqualTo(person("fedora:1"));
        says("links: [[fedora:1, academy:a]]\nseparations: [[reef:9, academy:a]]");
        ledger.correlation.correlate();
        assertThat(person("academy:a")).isEqualTo(person("fedora:1")).isNotEqualTo(person("reef:9"));
        assertThat(ledger.correlation.correlate()).isZero();
    }

    private long person(String member) {
        return ledger.personOf(member.split(":")[0], member.split(":")[1]);
    }

    private void says(String text) {
        ledger.identities = IdentityFile.parse("identities.yaml", "version: 1\n" + text + "\n", NAMES);
    }

    private List<String> history(StepKind kind) {
        return ledger.database.read(handle -> handle.createQuery("select payload from history where kind = ?").bind(0, kind.name()).mapTo(String.class).list());
    }
}
