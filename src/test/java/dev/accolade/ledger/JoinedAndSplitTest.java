package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.view.Identity;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.Identities;
import dev.accolade.rules.IdentityFile;
import dev.accolade.rules.KnownNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of grants when persons turn out to be one, or two. */
class JoinedAndSplitTest {

    @TempDir
    Path folder;
    TestLedger ledger;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        ledger.people("fedora", "1 ann@example.org");
        ledger.people("reef", "9 anna@example.org");
        ledger.correlation.correlate();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatBothHeldIsHeldTwiceAndSaidUntilOneOfThemIsGone() {
        live("badge", 1, "fedora:1");
        live("badge", 2, "reef:9");
        link();
        Identity.Twice twice = identity().twice().get(0);
        assertThat(twice.sentence()).contains("user1 (p-1) holds 'badge' on badges twice, as badge1 and badge2").contains("joined on 2026-03-01T00:00:00Z");
        ledger.plan(ChangeKind.REVOKE, "badge", 1, 1, Optional.empty());
        settle("badge1");
        ledger.correlation.correlate();
        assertThat(identity().twice()).isEmpty();
        assertThat(ledger.grants()).as("the other one is the person's now").containsExactly("1 badge 1 ENDED badge1", "1 badge 2 LIVE badge2");
    }

    @Test
    void whatIsUndoneBringsBackEachWithWhatTheyHad() {
        live("badge", 1, "fedora:1");
        live("badge", 2, "reef:9");
        live("reefs", 2, "reef:9");
        link();
        assertThat(ledger.grants()).containsExactly("1 badge 1 LIVE badge1", "1 reefs 1 LIVE reefs2", "2 badge 1 LIVE badge2");
        separate();
        assertThat(ledger.personOf("reef", "9")).isEqualTo(2);
        assertThat(ledger.grants()).containsExactly("1 badge 1 LIVE badge1", "2 badge 1 LIVE badge2", "2 reefs 1 LIVE reefs2");
        assertThat(identity().twice()).isEmpty();
        assertThat(ledger.correlation.correlate()).isZero();
    }

    @Test
    void aSplitPersonWhoWasNeverTwoGivesEachGrantToTheMemberThatEarnedItAndTheRestToTheOlder() {
        ledger.people("fedora", "1 ann@example.org", "2 bo@example.org");
        ledger.people("reef", "9 anna@example.org", "8 bo@example.org");
        ledger.correlation.correlate();
        live("fedora", 3, "fedora:2");
        live("reef", 3, "reef:8");
        live("unknown", 3, null);
        says("separations: [[fedora:2, reef:8]]");
        assertThat(List.of(ledger.personOf("fedora", "2"), ledger.personOf("reef", "8"))).containsExactly(3L, 4L);
        assertThat(ledger.grants()).containsExactly("3 fedora 1 LIVE fedora3", "3 unknown 1 LIVE unknown3", "4 reef 1 LIVE reef3");
        assertThat(identity().split()).singleElement().satisfies(split -> assertThat(split.sentence()).contains("p-4 and p-3").contains("3 grants are earned by no rule since"));
    }

    @Test
    void whoIsLinkedStaysTogetherWhenThePersonIsSplit() {
        ledger.people("reef", "9 anna@example.org", "8 ann@example.org", "7 ann@example.org");
        ledger.correlation.correlate();
        says("links: [[reef:7, fedora:1]]\nseparations: [[reef:8, reef:7]]");
        assertThat(List.of(ledger.personOf("reef", "7"), ledger.personOf("fedora", "1"))).containsOnly(1L);
        assertThat(ledger.personOf("reef", "8")).isEqualTo(3L);
    }

    @Test
    void anAwardUnderWayGoesWithTheMemberThatEarnsIt() {
        link();
        long change = ledger.plan(ChangeKind.AWARD, "badge", 1, 1, Optional.empty());
        ledger.database.change(handle -> handle.execute("update change set evidence_json = '{\"member\":\"reef:9\"}' where id = ?", change));
        Claim claim = ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
        separate();
        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of("r"), true, "Done."));
        assertThat(ledger.grants()).containsExactly("2 badge 1 LIVE r");
    }

    /** A worker may have had a change of the person who is no more when they were joined. */
    @Test
    void whatStoodForOneOfTheTwoIsNotAnotherPersonsToEitherOfThem() {
        live("store", 1, "fedora:1");
        live("store", 2, "reef:9");
        link();
        Objects objects = new Objects(ledger.database, ledger, new Erased(Seal.of(folder.resolve("key"))));
        for (long person = 1; person <= 2; person++) {
            assertThat(objects.heldByAnother(new GrantKey("badges", "store", person), "store2")).as("p-%s", person).isFalse();
        }
        assertThat(objects.heldByAnother(new GrantKey("badges", "store", 3), "store2")).isTrue();
    }

    @Test
    void whoWaitsForAnAddressGoesOnWaitingWhenTheyAreJoined() {
        long waiting = ledger.plan(ChangeKind.AWARD, "badge", 2, 1, Optional.of(WaitingFor.IDENTITY));
        link();
        assertThat(ledger.state(waiting)).isEqualTo("WAITING IDENTITY");
        assertThat(ledger.database.<Long>read(handle -> handle.createQuery("select person from change").mapTo(Long.class).one())).isEqualTo(1L);
    }

    @Test
    void whoWaitsForAnAddressWaitsForNothingWhenTheOtherHasTheBadge() {
        long waiting = ledger.plan(ChangeKind.AWARD, "badge", 1, 1, Optional.of(WaitingFor.IDENTITY));
        live("badge", 2, "reef:9");
        link();
        assertThat(ledger.state(waiting)).startsWith("SUPERSEDED");
        assertThat(ledger.grants()).containsExactly("1 badge 1 LIVE badge2");
    }

    @Test
    void twoWhoWaitForTheSameAreOneWhoWaits() {
        ledger.plan(ChangeKind.AWARD, "badge", 1, 1, Optional.of(WaitingFor.IDENTITY));
        ledger.plan(ChangeKind.AWARD, "badge", 2, 1, Optional.of(WaitingFor.IDENTITY));
        link();
        assertThat(ledger.database.<List<String>>read(handle -> handle.createQuery("select person || ' ' || state from change order by id").mapTo(String.class).list()))
                .containsExactly("1 WAITING", "2 SUPERSEDED");
    }

    @Test
    void removalsThatAJoinOrSplitCausesAreMarkedToBeHeldAndThoseUnderWayAreNot() {
        live("badge", 1, "fedora:1");
        live("leaving", 1, "fedora:1");
        ledger.database.change(handle -> handle.execute("update grants set left_since = 1 where object_id = 'leaving'"));
        link();
        assertThat(ledger.database.<List<String>>read(handle -> handle.createQuery("select object_id || coalesce(' ' || recast, '') from grants order by 1").mapTo(String.class).list()))
                .containsExactly("badge JOINED", "leaving");
    }

    @Test
    void whoIsErasedAfterASplitLeavesNoTraceWithTheOther() {
        link();
        ledger.plan(ChangeKind.AWARD, "badge", 1, 1, Optional.empty());
        ledger.database.change(handle -> handle.execute("update change set evidence_json = '{\"member\":\"reef:9\",\"username\":\"anna\"}'"));
        settle("r");
        ledger.people("reef", "9 anna.new@example.org");
        separate();
        assertThat(ledger.grants()).containsExactly("2 badge 1 LIVE r");
        Erasures erasures = new Erasures(ledger.database, ledger, ledger.erased);
        assertThat(erasures.ask(ledger.personOf("reef", "9"), Erasure.Badges.KEEP, "Ada").done()).isTrue();
        assertThat(ledger.database.<List<String>>read(handle -> handle.createQuery("select payload from history where payload is not null union all select email from former_address")
                .mapTo(String.class).list())).noneMatch(text -> text.contains("reef:9") || text.contains("anna"));
    }

    private void link() {
        says("links: [[fedora:1, reef:9]]");
        assertThat(ledger.personOf("reef", "9")).isEqualTo(ledger.personOf("fedora", "1"));
    }

    private void separate() {
        says("separations: [[fedora:1, reef:9]]");
        assertThat(ledger.personOf("reef", "9")).isNotEqualTo(ledger.personOf("fedora", "1"));
    }

    private void says(String text) {
        ledger.identities = IdentityFile.parse("identities.yaml", "version: 1\n" + text + "\n", new KnownNames(Map.of("fedora", "fas", "reef", "cave"), Map.of()));
        ledger.correlation.correlate();
        ledger.identities = ledger.identities.separations().isEmpty() ? Identities.NONE : ledger.identities;
    }

    private void live(String object, int person, String member) {
        ledger.live(object, person, person);
        ledger.database.change(handle -> handle.execute("update grants set member = ? where object_id = ? and person = ?", member, object, person));
    }

    private void settle(String remote) {
        Claim claim = ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of(remote), true, "Done."));
    }

    private Identity identity() {
        return new Status(ledger.database).identity(9);
    }
}
