package dev.accolade.properties;

import dev.accolade.rules.Identities;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.ledger.Correlation;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.Sealing;
import dev.accolade.ledger.ShrinkGuard;
import dev.accolade.ledger.Snapshots;
import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Who is found to be one person, whatever the addresses and in whatever order they come. */
class CorrelationTest {

    private static Path folder;
    private static Database database;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("accolade-properties");
        database = new Database(folder.resolve("ledger.db"));
    }

    @AfterContainer
    static void close() throws IOException {
        database.close();
        Ledgers.delete(folder);
    }

    @Provide
    Arbitrary<List<Optional<String>>> addresses() {
        return Arbitraries.of("ann@example.org", "Ann@Example.ORG ", "ANN@example.org", "bo@example.org", "Bo@example.org", "bo@example.net", " ", "none", "@").optional(0.9).list().ofMaxSize(12);
    }

    /** Half of the members are known before the others come. */
    @Property
    void membersAreOnePersonExactlyWhenTheyShareAnAddressCaseApart(@ForAll("addresses") List<Optional<String>> addresses) {
        Ledgers.empty(database);
        read(addresses, addresses.size() / 2);
        read(addresses, addresses.size());
        Map<Integer, Long> persons = new HashMap<>();
        database.read(handle -> handle.createQuery("select id, person from member").map((row, context) -> persons.put(row.getInt(1), row.getLong(2))).list());
        IntStream.range(0, addresses.size()).forEach(one -> IntStream.range(0, one).forEach(other -> assertThat(persons.get(one).equals(persons.get(other)))
                .as("%s and %s", addresses.get(one), addresses.get(other)).isEqualTo(same(addresses.get(one), addresses.get(other)))));
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        Set<String> both = List.of(one, other).stream().map(text -> text.map(String::strip).map(written -> written.toLowerCase(Locale.ROOT)).orElse("")).collect(Collectors.toSet());
        return both.size() == 1 && both.iterator().next().contains("@example");
    }

    private static void read(List<Optional<String>> addresses, int upTo) {
        SteppedClock clock = new SteppedClock();
        Snapshots snapshots = new Snapshots(database, clock, new Sealing(Duration.ZERO, new ShrinkGuard(3, 0.5)), Ledgers.nobodyErased());
        Snapshot people = snapshots.begin(Coverage.of("fedora", Coverage.Kind.PEOPLE), Cause.SCHEDULE);
        snapshots.stageMembers(people, IntStream.range(0, upTo).mapToObj(i -> new Member(new MemberKey("fedora", String.valueOf(i)), "user" + i, addresses.get(i),
                Optional.empty(), "active")).toList());
        snapshots.seal(people);
        new Correlation(database, clock, Map.of("fedora", Duration.ofDays(1)), () -> Identities.NONE).correlate();
    }
}
