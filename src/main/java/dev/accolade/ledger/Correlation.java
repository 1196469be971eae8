package dev.accolade.ledger;

import dev.accolade.rules.Identities;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Joins members into persons, never on a guess: an equal e-mail, case apart, that both sources vouch for now; or an operator's word. Splits
 * them on an operator's word alone. Everybody else stands alone.
 *
 * <p>A member keeps its person when its e-mail changes. What is joined stays joined, whatever becomes of the addresses, until somebody
 * separates it.
 */
public final class Correlation {

    private final Database database;
    private final Clock clock;
    private final Map<String, Duration> verified;
    private final Supplier<Identities> identities;

    /**
     * @param verified   sources that vouch for their addresses, with how long a complete read of each counts as knowledge
     * @param identities what operators know
     */
    public Correlation(Database database, Clock clock, Map<String, Duration> verified, Supplier<Identities> identities) {
        this.database = database;
        this.clock = clock;
        this.verified = new TreeMap<>(verified);
        this.identities = identities;
    }

    /** @return how many members found their person, and how many persons turned out to be another, or two */
    public int correlate() {
        return database.write(handle -> {
            Declarations declared = Declarations.of(handle, identities.get());
            Mailboxes mailboxes = new Mailboxes(handle, clock.millis());
            mailboxes.trust(verified);
            int placed = new Newcomers(handle, clock.millis()).place(declared.named());
            Joining joining = new Joining(handle, clock.millis());
            int joined = link(handle, declared, joining);
            int split = new Splitting(handle, clock.millis(), declared).split();
            joined += merge(handle, mailboxes, declared, joining);
            joining.reunite();
            return placed + joined + split;
        });
    }

    /** Names of the identities file that mean nobody or cannot be followed, each as a sentence; as of the last correlation. */
    public List<String> problems() {
        return database.read(handle -> Declarations.known(handle, identities.get()).problems());
    }

    private static int link(Handle handle, Declarations declared, Joining joining) {
        int joined = 0;
        for (Declarations.Link link : declared.links()) {
            List<Long> persons = Declarations.persons(handle, link.members());
            for (long other : persons.subList(Math.min(1, persons.size()), persons.size())) {
                joining.join(other, persons.get(0), Map.of("because", "an operator's word", "link", link.where()));
                joined++;
            }
        }
        return joined;
    }

    /** Until nothing is joined any more, since each may make or unmake others. */
    private static int merge(Handle handle, Mailboxes mailboxes, Declarations declared, Joining joining) {
        int merged = 0;
        int before;
        do {
            before = merged;
            Map<Long, Long> became = new HashMap<>();
            for (Mailboxes.Shared shared : mailboxes.shared()) {
                merged += merge(handle, shared, declared, joining, became);
            }
        } while (merged > before);
        return merged;
    }

    private static int merge(Handle handle, Mailboxes.Shared shared, Declarations declared, Joining joining, Map<Long, Long> became) {
        int merged = 0;
        List<Long> standing = new ArrayList<>();
        for (long person : shared.persons().stream().map(id -> now(id, became)).distinct().sorted().toList()) {
            Optional<Long> same = standing.stream().filter(other -> !declared.separate(handle, other, person)).findFirst();
            if (same.isEmpty()) {
                standing.add(person);
                continue;
            }
            joining.join(person, same.get(), Map.of("because", "an equal e-mail that their sources vouch for", "address", shared.email()));
            became.put(person, same.get());
            merged++;
        }
        return merged;
    }

    private static long now(long person, Map<Long, Long> became) {
        long id = person;
        while (became.containsKey(id)) {
            id = became.get(id);
        }
        return id;
    }
}
