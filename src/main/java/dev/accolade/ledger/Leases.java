package dev.accolade.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Work that only one at a time may do, among all processes that share the ledger. */
public final class Leases {

    private final Database database;
    private final Clock clock;

    public Leases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Taken, or extended when this owner has it; false while another's has not run out, unless its process has ended. */
    public boolean take(String name, String owner, Duration time) {
        long now = clock.millis();
        boolean watched = database.alive().hold(owner);
        return database.write(handle -> handle.createUpdate("""
                insert into lease (name, owner, until, watched) values (:name, :owner, :until, :watched)
                on conflict (name) do update set owner = excluded.owner, until = excluded.until, watched = excluded.watched
                where lease.owner = excluded.owner or lease.until < :now or lease.owner = :dead""")
                .bind("name", name).bind("owner", owner).bind("until", now + time.toMillis()).bind("watched", watched).bind("now", now)
                .bind("dead", dead(handle, name)).execute()) == 1;
    }

    /** Who has it and will never give it back; null when nobody. */
    private String dead(Handle handle, String name) {
        return handle.createQuery("select owner from lease where name = :name and watched = 1").bind("name", name).mapTo(String.class).findOne()
                .filter(database.alive()::isDead).orElse(null);
    }

    public void give(String name, String owner) {
        database.change(handle -> handle.createUpdate("delete from lease where name = :name and owner = :owner").bind("name", name).bind("owner", owner).execute());
    }

    /** Who has it now; empty when nobody or when it ran out. */
    public Optional<String> owner(String name) {
        return database.read(handle -> handle.createQuery("select owner from lease where name = :name and until >= :now")
                .bind("name", name).bind("now", clock.millis()).mapTo(String.class).findOne());
    }
}
