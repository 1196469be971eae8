package dev.accolade.incidents;

import dev.accolade.rules.Identities;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Erased;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Objects;
import dev.accolade.ledger.Seal;
import dev.accolade.ledger.Sealing;
import dev.accolade.ledger.ShrinkGuard;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.model.Coverage.Kind;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Scope;
import dev.accolade.model.ScopeKey;
import dev.accolade.properties.SteppedClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What befell other programs of this kind, told to the ledger alone. The table of all of them is in docs/reliability.md. */
class LedgerIncidentsTest {

    /** As often as it really came; a file that is synced each time needs minutes for it, so it is fewer unless asked for. */
    private static final int REPEATED = Integer.getInteger("incident.repeated", 2_000);

    @TempDir
    Path folder;
    Database database;
    Snapshots snapshots;
    final SteppedClock clock = new SteppedClock();

    @BeforeEach
    void open() {
        database = new Database(folder.resolve("ledger.db"));
        snapshots = new Snapshots(database, clock, new Sealing(Duration.ofMinutes(10), new ShrinkGuard(4, 0.5)), erased());
    }

    private Erased erased() {
        return new Erased(Seal.of(folder.resolve("key")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneEventRepeatedHundredsOfThousandsOfTimesIsOneHintAndOneReadLetsGoOfIt() {
        Hints hints = new Hints(database, clock, erased());
        for (int i = 0; i < REPEATED; i++) {
            hints.raise(new Coverage("fedora", Kind.SCOPE, "1"));
        }
        List<Hints.Hint> waiting = hints.waiting("fedora", 1_000);
        assertThat(waiting).hasSize(1);
        hints.clear(waiting.get(0));
        assertThat(hints.waiting("fedora", 1_000)).isEmpty();
    }

    @Test
    void peopleWhoWroteNoneForAnAddressAreNotOnePerson() {
        people("none", "None", "n/a", "n/a", "@", "");
        new Correlation(database, clock, Map.of("fedora", Duration.ofDays(1)), () -> Identities.NONE).correlate();
        assertThat(count("select count(distinct person) from member")).isEqualTo(6);
    }

    @Test
    void aReadWhileTheClockWasAnHourAheadTakesNothingOnceItIsPutRight() {
        everybody("1", "2");
        clock.move(Duration.ofHours(1));
        everybody("1");
        clock.move(Duration.ofHours(-1).plusMinutes(1));
        everybody("1", "2");
        clock.move(Duration.ofMinutes(11));
        everybody("1");
        assertThat(held()).as("within the wrong hour nothing is taken").containsExactly("1", "2");
        clock.move(Duration.ofHours(1));
        everybody("1", "2");
        clock.move(Duration.ofMinutes(11));
        everybody("1", "2");
        assertThat(held()).containsExactly("1", "2");
        everybody("1");
        clock.move(Duration.ofMinutes(11));
        everybody("1");
        assertThat(held()).as("after it all is as ever").containsExactly("1");
    }

    @Test
    void aBadgeClassMadeAnewUnderTheSameNameIsAnotherOne() {
        Objects objects = new Objects(database, clock, erased());
        Objects.Name name = new Objects.Name("badges", "Fedora Project / Packager");
        objects.pin(name, "first");
        objects.endSurvey(name);
        objects.pin(name, "second");
        objects.endSurvey(name);
        assertThat(objects.pins()).containsEntry(name, "first");
    }

    private void people(String... addresses) {
        Snapshot read = snapshots.begin(Coverage.of("fedora", Kind.PEOPLE), Cause.SCHEDULE);
        snapshots.stageMembers(read, IntStream.range(0, addresses.length).mapToObj(i -> new Member(new MemberKey("fedora", String.valueOf(i)), "user" + i,
                Optional.of(addresses[i]), Optional.empty(), "active")).toList());
        snapshots.seal(read);
    }

    /** A complete read that shows these members in the only group. */
    private void everybody(String... members) {
        Snapshot read = snapshots.begin(Coverage.of("fedora", Kind.EVERYTHING), Cause.SCHEDULE);
        snapshots.stageScopes(read, List.of(new Scope(new ScopeKey("fedora", "7"), "packager")));
        snapshots.stageRights(read, List.of(members).stream().map(member -> new Right(member, "7", "user")).toList());
        snapshots.seal(read);
    }

    private List<String> held() {
        return database.read(handle -> handle.createQuery("select member_id from entitlement where gone_at is null order by 1").mapTo(String.class).list());
    }

    private int count(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
