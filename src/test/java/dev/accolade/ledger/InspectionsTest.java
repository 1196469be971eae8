package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.ledger.Inspections.Missing;
import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.plan.Looks;
import dev.accolade.plan.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionsTest {

    private static final Thing THING = new Thing("badges", "c", "I / P");

    @TempDir
    Path folder;
    private TestLedger ledger;
    private Inspections inspections;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        inspections = new Inspections(ledger.database, ledger, ledger.erased);
        Objects objects = new Objects(ledger.database, ledger, ledger.erased);
        objects.pin(new Objects.Name("badges", "I / P"), "c");
        objects.endSurvey(new Objects.Name("badges", "I / P"));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatIsMissingCountsOnlyOnceItWasLookedFor() {
        live(1, 3);
        Inspection inspection = begin();
        inspections.page(inspection, List.of(seen(1, Seen.State.LIVE)));
        List<Missing> missing = inspections.missing(inspection);
        assertThat(missing).extracting(Missing::remoteId).containsExactly("r2", "r3");
        inspections.deleted(inspection, missing.get(0));
        inspections.end(inspection);
        assertThat(ledger.grants()).containsExactly("1 c 1 LIVE r1", "2 c 1 ENDED r2", "3 c 1 LIVE r3");
        assertThat(drift()).containsExactly("DELETED r2 p2 OPEN");
    }

    @Test
    void aListingThatFailedLeavesEverythingAsItWas() {
        live(1, 2);
        Inspection inspection = begin();
        inspections.page(inspection, List.of(seen(1, Seen.State.REVOKED)));
        inspections.fail(inspection, "broke off");
        assertThat(ledger.grants()).allMatch(one -> one.contains("LIVE"));
        assertThat(drift()).isEmpty();
        assertThat(count("inspected")).isZero();
    }

    @Test
    void whatAWorkerIsAtIsNeitherLostNorMissed() {
        live(1, 2);
        ledger.plan(ChangeKind.REVOKE, "c", 1, 1, Optional.empty());
        ledger.plan(ChangeKind.REVOKE, "c", 2, 1, Optional.empty());
        assertThat(ledger.claims(9, 9, 1, 9).claim("badges", "me", 9)).hasSize(2);
        Inspection inspection = begin();
        inspections.page(inspection, List.of(seen(1, Seen.State.REVOKED)));
        assertThat(inspections.missing(inspection)).isEmpty();
        inspections.end(inspection);
        assertThat(drift()).isEmpty();
        assertThat(ledger.grants()).allMatch(one -> one.contains("LIVE"));
    }

    @Test
    void whatWasMadeWhileTheListWasReadIsNotMissed() {
        Inspection inspection = begin();
        live(1, 1);
        assertThat(inspections.missing(inspection)).isEmpty();
    }

    @Test
    void theSameIsFoundOnceHoweverOftenItIsSeenAndByHoweverMany() {
        live(1, 1);
        Inspection one = begin();
        Inspection other = begin();
        for (Inspection inspection : List.of(one, other)) {
            inspections.page(inspection, List.of(seen(1, Seen.State.REVOKED)));
        }
        inspections.end(one);
        inspections.end(other);
        inspections.end(other);
        assertThat(drift()).containsExactly("REVOKED r1 p1 OPEN");
        assertThat(ledger.database.<Integer>read(handle -> handle.createQuery("select count(*) from history where kind = 'DRIFTED'").mapTo(Integer.class).one()).intValue()).isEqualTo(1);
    }

    @Test
    void whatEndsWhenItWasToEndIsNoDrift() {
        live(1, 1);
        ledger.database.change(handle -> handle.execute("update grants set shown_json = json_set(shown_json, '$.expires', '2026-03-01T00:00:00Z')"));
        Inspection inspection = begin();
        inspections.page(inspection, List.of(seen(1, Seen.State.EXPIRED)));
        inspections.end(inspection);
        assertThat(drift()).isEmpty();
    }

    @Test
    void aHundredThousandAreComparedPageByPage() {
        int people = 100_000;
        live(1, people);
        Inspection inspection = begin();
        for (int from = 1; from <= people; from += 500) {
            List<Seen> page = new ArrayList<>();
            for (int person = from; person < from + 500; person++) {
                if (person != 77_777) {
                    page.add(seen(person, person % 40_000 == 0 ? Seen.State.REVOKED : Seen.State.LIVE));
                }
            }
            inspections.page(inspection, page);
        }
        assertThat(inspections.missing(inspection)).extracting(Missing::remoteId).containsExactly("r77777");
        inspections.end(inspection);
        assertThat(drift()).containsExactly("REVOKED r40000 p40000 OPEN", "REVOKED r80000 p80000 OPEN");
        assertThat(count("inspected")).isZero();
        assertThat(count("holding")).isEqualTo(people - 3);
    }

    private Inspection begin() {
        return inspections.begin(THING, "test");
    }

    private static Seen seen(int person, Seen.State state) {
        return new Seen("r" + person, mail(person), true, state, Instant.EPOCH, Optional.empty(), Looks.badge(mail(person), Optional.empty(), "", Optional.empty()));
    }

    private static String mail(int person) {
        return "p" + person + "@example.org";
    }

    private void live(int from, int to) {
        ledger.database.change(handle -> {
            try (Batch grants = new Batch(handle, """
                    insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since, sent)
                    values ('badges', 'c', ?, 1, 'LIVE', ?, 1, ?, '{}', ?, 1)""");
                    Batch changes = new Batch(handle, """
                    insert into change (plan, target, object_id, object_name, person, generation, kind, state, outcome, rule, rule_line, reason, evidence_json, desired_json, earned_by_json, ours)
                    values (1, 'badges', 'c', 'I / P', ?, 1, 'AWARD', 'DONE', 'APPLIED', 'p', 1, 'EARNED', '{}', '{}', '{}', 1)""")) {
                for (int person = from; person <= to; person++) {
                    grants.add(person, "r" + person, Json.write(new Desired.Badge(Optional.of(mail(person)), Optional.empty(), List.of())), ledger.now.toEpochMilli());
                    changes.add(person);
                }
            }
        });
        ledger.forward(Duration.ofMinutes(1));
    }

    private List<String> drift() {
        return ledger.database.read(handle -> handle.createQuery("select kind || ' ' || remote_id || ' p' || person || ' ' || state from drift order by 1").mapTo(String.class).list());
    }

    private int count(String table) {
        return ledger.database.<Integer>read(handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
    }
}
