package dev.accolade.ledger;

import dev.accolade.ledger.Erasure.Badges;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Takes persons out of the ledger for good. What a worker may be at is settled first; until then nothing new is planned for them.
 *
 * <p>Run it while no plan is being made: a plan that has read a person may still write of them.
 */
public final class Erasures {

    private final Database database;
    private final Clock clock;
    private final Traces traces;

    public Erasures(Database database, Clock clock, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.traces = new Traces(erased);
    }

    /**
     * Asks for it, and does what can be done at once. Asking again changes what becomes of the badges, until all is erased.
     *
     * @param by kept with it, and in the history
     */
    public Erasure ask(long person, Badges badges, String by) {
        return database.write(handle -> {
            handle.execute("""
                    insert into erasure (person, badges, state, by_name, asked_at) values (?, ?, 'ASKED', ?, ?)
                    on conflict (person) do update set badges = excluded.badges, by_name = excluded.by_name where erasure.state = 'ASKED'""", person, badges.name(), by, clock.millis());
            return asked(handle).contains(person) ? advance(handle, person) : new Erasure(person, badges, List.of());
        });
    }

    /** What is to become of the badges of somebody who is to be erased; empty where nobody asked, and once it is done. */
    public Optional<Badges> asked(long person) {
        return database.read(handle -> handle.createQuery("select badges from erasure where person = ? and state = 'ASKED'").bind(0, person).mapTo(String.class).findOne().map(Badges::valueOf));
    }

    /** Goes on with all that were asked for and could not be done yet. */
    public List<Erasure> advance() {
        List<Long> asked = database.read(Erasures::asked);
        return asked.stream().map(person -> database.write(handle -> advance(handle, person))).toList();
    }

    public boolean anyAsked() {
        return !database.read(Erasures::asked).isEmpty();
    }

    private static List<Long> asked(Handle handle) {
        return handle.createQuery("select person from erasure where state = 'ASKED' order by person").mapTo(Long.class).list();
    }

    /** Free space of the file still holds what was deleted; afterwards it does not. Takes about as long as a copy of the file. */
    public void clean() {
        if (database.read(handle -> handle.createQuery("select 1 from erasure where state = 'ERASED' limit 1").mapTo(Integer.class).findOne()).isPresent()
                && database.compact()) {
            database.change(handle -> handle.execute("update erasure set state = 'CLEAN' where state = 'ERASED'"));
        }
    }

    private Erasure advance(Handle handle, long person) {
        Badges badges = Badges.valueOf(handle.createQuery("select badges from erasure where person = ?").bind(0, person).mapTo(String.class).one());
        Set<Long> aliases = People.aliases(handle, person);
        Farewell farewell = new Farewell(handle, clock.millis(), aliases, badges);
        farewell.callOff();
        if (badges == Badges.REVOKE) {
            farewell.revoke();
        }
        List<Long> open = farewell.open();
        if (open.isEmpty()) {
            traces.erase(handle, clock.millis(), person, aliases);
        }
        return new Erasure(person, badges, open);
    }
}
