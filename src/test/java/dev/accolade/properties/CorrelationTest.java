package dev.accolade.properties;

import dev.accolade.rules.Identities;
import dev.accolade.rules.IdentityFile;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleFileException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** Two sources that vouch for addresses and one that does not; and what operators say of some of them. */
    @Property
    void nobodyIsJoinedOnAGuessAndWhatOperatorsSayHolds(@ForAll("addresses") List<Optional<String>> addresses, @ForAll("pairs") List<List<Integer>> links,
                                                        @ForAll("pairs") List<List<Integer>> separations) {
        Ledgers.empty(database);
        Identities says = says(links, separations).orElse(Identities.NONE);
        SteppedClock clock = new SteppedClock();
        people(clock, addresses);
        Correlation correlation = new Correlation(database, clock, Map.of("fedora", Duration.ofDays(1), "reef", Duration.ofDays(1)), () -> says);
        correlation.correlate();
        Map<String, Long> first = persons();
        assertThat(correlation.correlate()).as("the same once more").isZero();
        assertThat(persons()).isEqualTo(first);
        List<Set<Integer>> bonds = bonds(addresses, says);
        for (int one = 0; one < addresses.size(); one++) {
            for (int other = 0; other < one; other++) {
                boolean joined = first.get(key(one)).equals(first.get(key(other)));
                assertThat(!joined || reached(bonds, one).contains(other)).as("%s and %s are joined on a guess: %s, %s", one, other, addresses, says).isTrue();
                assertThat(joined && said(says.separations(), one, other)).as("%s and %s are separated: %s", one, other, says).isFalse();
                assertThat(joined || !said(says.links(), one, other)).as("%s and %s are linked: %s", one, other, says).isTrue();
                assertThat(joined || !says.separations().isEmpty() || !reached(bonds, one).contains(other)).as("%s and %s are one: %s, %s", one, other, addresses, says).isTrue();
            }
        }
    }

    @Provide
    Arbitrary<List<List<Integer>>> pairs() {
        return Arbitraries.integers().between(0, 11).list().ofSize(2).filter(pair -> !pair.get(0).equals(pair.get(1))).list().ofMaxSize(2);
    }

    private static String key(int member) {
        return List.of("fedora", "reef", "academy").get(member % 3) + ":" + member;
    }

    /** Empty when the two contradict each other: such a file is not loaded. */
    private static Optional<Identities> says(List<List<Integer>> links, List<List<Integer>> separations) {
        Function<List<List<Integer>>, String> lists = pairs -> pairs.stream().map(pair -> pair.stream().map(CorrelationTest::key).toList()).toList().toString();
        try {
            return Optional.of(IdentityFile.parse("identities.yaml", "version: 1\nlinks: " + lists.apply(links) + "\nseparations: " + lists.apply(separations) + "\n",
                    new KnownNames(Map.of("fedora", "fas", "reef", "cave", "academy", "cloudspot"), Map.of())));
        } catch (RuleFileException contradiction) {
            return Optional.empty();
        }
    }

    private static boolean said(List<Identities.Declared> declared, int one, int other) {
        return declared.stream().map(each -> each.members().stream().map(Identities.Name::toString).toList()).anyMatch(names -> names.contains(key(one)) && names.contains(key(other)));
    }

    private static List<Set<Integer>> bonds(List<Optional<String>> addresses, Identities says) {
        return IntStream.range(0, addresses.size()).mapToObj(one -> IntStream.range(0, addresses.size()).filter(other -> said(says.links(), one, other)
                || one % 3 < 2 && other % 3 < 2 && same(addresses.get(one), addresses.get(other))).boxed().collect(Collectors.toSet())).toList();
    }

    private static Set<Integer> reached(List<Set<Integer>> bonds, int first) {
        Set<Integer> reached = new HashSet<>(Set.of(first));
        for (int size = 0; size < reached.size();) {
            size = reached.size();
            List.copyOf(reached).forEach(member -> reached.addAll(bonds.get(member)));
        }
        return reached;
    }

    private static Map<String, Long> persons() {
        Map<String, Long> persons = new HashMap<>();
        database.read(handle -> handle.createQuery("select source || ':' || id, person from member").map((row, context) -> persons.put(row.getString(1), row.getLong(2))).list());
        return persons;
    }

    private static void people(SteppedClock clock, List<Optional<String>> addresses) {
        Snapshots snapshots = new Snapshots(database, clock, new Sealing(Duration.ZERO, new ShrinkGuard(3, 0.5)), Ledgers.nobodyErased());
        for (String source : List.of("fedora", "reef", "academy")) {
            Snapshot people = snapshots.begin(Coverage.of(source, Coverage.Kind.PEOPLE), Cause.SCHEDULE);
            snapshots.stageMembers(people, IntStream.range(0, addresses.size()).filter(i -> key(i).startsWith(source)).mapToObj(i -> new Member(
                    new MemberKey(source, String.valueOf(i)), "user" + i, addresses.get(i), Optional.empty(), "active")).toList());
            snapshots.seal(people);
        }
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
