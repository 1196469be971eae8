package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.ledger.Unaccounted.Judged;
import dev.accolade.ledger.Unaccounted.Removable;
import dev.accolade.ledger.Unaccounted.Stray;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.DriftKind;
import dev.accolade.model.Outcome;
import dev.accolade.plan.Holding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnaccountedTest {

    private static final Objects.Name NAME = new Objects.Name("badges", "I / P");
    private static final Thing THING = new Thing("badges", "c", "I / P");
    private static final Map<Thing, String[]> RULE = Map.of(THING, new String[] {"p", "3"});

    @TempDir
    Path folder;
    private TestLedger ledger;
    private Unaccounted unaccounted;
    private Objects objects;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        unaccounted = new Unaccounted(ledger.database, ledger);
        objects = new Objects(ledger.database, ledger, ledger.erased);
        objects.pin(NAME, "c");
        objects.endSurvey(NAME);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatStandsForAGrantOrIsAboutToBeAdoptedIsNoStray() {
        ledger.live("c", 1, 1);
        found("c1", "p1@example.org", true);
        found("adopting", "p2@example.org", true);
        long adoption = ledger.plan(ChangeKind.ADOPT, "c", 2, 1, Optional.empty());
        ledger.database.change(handle -> handle.execute("update change set remote_id = 'adopting' where id = ?", adoption));
        found("stray", "p3@example.org", true);
        assertThat(unaccounted.after(THING, "", 10)).extracting(Stray::remoteId).containsExactly("stray");
    }

    @Test
    void aDuplicateIsNotTakenAwayOnceTheOtherOneIsGone() {
        ledger.member("fedora", "1", "p1@example.org");
        ledger.correlation.correlate();
        ledger.live("c", 1, 1);
        found("second", "p1@example.org", true);
        Stray stray = unaccounted.after(THING, "", 10).get(0);
        assertThat(stray.sibling()).contains("c1");
        unaccounted.found(THING, "test", List.of(new Judged(stray, DriftKind.DUPLICATE, true)));
        List<Removable> removable = unaccounted.removable();
        ledger.database.change(handle -> handle.execute("update grants set state = 'ENDED', ended_at = 0"));
        unaccounted.remove(removable, RULE);
        assertThat(changes()).isEmpty();
    }

    @Test
    void aDuplicateStaysWhileSomethingIsPlannedForTheOtherOne() {
        ledger.member("fedora", "1", "p1@example.org");
        ledger.correlation.correlate();
        ledger.live("c", 1, 1);
        ledger.plan(ChangeKind.REVOKE, "c", 1, 1, Optional.empty());
        found("second", "p1@example.org", true);
        unaccounted.found(THING, "test", List.of(new Judged(unaccounted.after(THING, "", 10).get(0), DriftKind.DUPLICATE, true)));
        unaccounted.remove(unaccounted.removable(), RULE);
        assertThat(changes()).containsExactly("REVOKE 1 PLANNED");
    }

    @Test
    void aRemovalIsPlannedOnceGoesThroughAClaimAndSettlesWhatWasFound() {
        found("stray", "nobody@example.org", true);
        unaccounted.found(THING, "test", List.of(new Judged(unaccounted.after(THING, "", 10).get(0), DriftKind.ORPHAN, true)));
        List<Removable> removable = unaccounted.removable();
        unaccounted.remove(removable, RULE);
        unaccounted.remove(removable, RULE);
        assertThat(changes()).containsExactly("REVOKE -1 PLANNED");
        Claim claim = ledger.claims(9, 9, 1, 9).claim("badges", "me", 9).get(0);
        assertThat(claim.remoteId()).contains("stray");
        ledger.settlements.settle(Settlement.done(claim, Outcome.APPLIED, claim.remoteId(), true, "Revoked."));
        assertThat(ledger.grants()).containsExactly("-1 c 1 ENDED stray");
        assertThat(state()).containsExactly("SETTLED HEALED");
    }

    @Test
    void whatIsNoStrayAnyMoreIsSettledByTheNextSorting() {
        found("stray", "nobody@example.org", true);
        unaccounted.found(THING, "test", List.of(new Judged(unaccounted.after(THING, "", 10).get(0), DriftKind.ORPHAN, true)));
        ledger.forward(Duration.ofDays(1));
        unaccounted.sorted(THING, "test", ledger.now);
        assertThat(state()).containsExactly("SETTLED GONE");
    }

    @Test
    void tensOfThousandsAreSortedInPages() {
        int many = 30_000;
        ledger.live("c", 1, many);
        ledger.database.change(handle -> handle.execute("update grants set shown_json = json_object('type', 'badge', 'recipient', 'p' || person || '@example.org', 'evidence', json_array())"));
        for (int from = 1; from <= many; from += 500) {
            List<Holding> page = new ArrayList<>();
            for (int i = from; i < from + 500; i++) {
                page.add(new Holding("badges", "c", "c" + i, "p" + i + "@example.org", true));
                page.add(new Holding("badges", "c", "x" + String.format("%06d", i), (i % 2 == 0 ? "p" : "n") + i + "@example.org", i % 3 == 0));
            }
            objects.found(page);
        }
        List<Stray> all = new ArrayList<>();
        List<Stray> chunk;
        do {
            chunk = unaccounted.after(THING, all.isEmpty() ? "" : all.get(all.size() - 1).remoteId(), 5_000);
            all.addAll(chunk);
        } while (chunk.size() == 5_000);
        assertThat(all).hasSize(many);
        assertThat(all.stream().filter(stray -> stray.sibling().isPresent())).hasSize(many / 2);
    }

    private void found(String id, String recipient, boolean ours) {
        objects.found(List.of(new Holding("badges", "c", id, recipient, ours)));
    }

    private List<String> changes() {
        return ledger.database.read(handle -> handle.createQuery("select kind || ' ' || person || ' ' || state from change order by id").mapTo(String.class).list());
    }

    private List<String> state() {
        return ledger.database.read(handle -> handle.createQuery("select state || ' ' || settled_how from drift").mapTo(String.class).list());
    }
}
