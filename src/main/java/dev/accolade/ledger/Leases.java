package dev.accolade.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Work that only one at a time may do, among all processes that share the ledger. */
public final class Leases {

    private final Database database;
    private final Clock clock;

    public Leases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Taken, or extended when this owner has it; false while another's has not run out. */
    public boolean take(String name, String owner, Duration time) {
        long now = clock.millis();
        return database.write(handle -> handle.createUpdate("""
                insert into lease (name, owner, until) values (:name, :owner, :until)
                on conflict (name) do update set owner = excluded.owner, until = excluded.until
                where lease.owner = excluded.owner or lease.until < :now""")
                .bind("name", name).bind("owner", owner).bind("until", now + time.toMillis()).bind("now", now).execute()) == 1;
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
