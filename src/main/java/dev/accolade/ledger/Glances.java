package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.plan.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What a feed of changes told, kept until it was looked at; and how far the feed was read. */
public final class Glances {

    /** One thing to look at. */
    public record Glance(String target, String remoteId, int attempts) {}

    private final Database database;
    private final Clock clock;

    public Glances(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How far a feed was read; empty before the first time. */
    public Optional<Instant> cursor(String feed) {
        return database.read(handle -> handle.createQuery("select since from feed_cursor where feed = ?").bind(0, feed).mapTo(Long.class).findOne().map(Instant::ofEpochMilli));
    }

    public void keep(String feed, Instant since) {
        database.change(handle -> handle.execute("insert into feed_cursor (feed, since) values (?, ?) on conflict (feed) do update set since = excluded.since", feed, since.toEpochMilli()));
    }

    /** When the first of a target's badge classes was listed: what changed before is known; now where none was yet. */
    public Instant firstListed(String target) {
        return database.read(handle -> handle.createQuery("select min(surveyed_at) from target_object where target = ?").bind(0, target).mapTo(Long.class).findOne())
                .map(Instant::ofEpochMilli).orElseGet(clock::instant);
    }

    /**
     * Keeps those that do not look as the ledger has them.
     *
     * @param page by the badge class they are of; of others nothing is kept
     */
    public void raise(String target, Map<String, List<Seen>> page) {
        database.change(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into glance (target, remote_id, raised_at) values (?, ?, ?)
                    on conflict (target, remote_id) do update set raised_at = excluded.raised_at, not_before = 0""");
            Set<String> known = Set.copyOf(handle.createQuery("select object_id from target_object where target = ? and surveyed_at is not null").bind(0, target).mapTo(String.class).list());
            page.forEach((objectId, seen) -> {
                if (known.contains(objectId)) {
                    new InspectedPage(handle, new Inspections.Inspection(0, new Thing(target, objectId, ""), "", clock.instant())).unlike(seen)
                            .forEach(id -> batch.bind(0, target).bind(1, id).bind(2, clock.millis()).add());
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Whose turn it is, at most so many. */
    public List<Glance> waiting(String target, int most) {
        return database.read(handle -> handle.createQuery("select target, remote_id, attempts from glance where target = ? and not_before <= ? order by raised_at limit ?")
                .bind(0, target).bind(1, clock.millis()).bind(2, most).map((row, context) -> new Glance(row.getString(1), row.getString(2), row.getInt(3))).list());
    }

    public void clear(Collection<Glance> done) {
        database.change(handle -> done.forEach(one -> handle.execute("delete from glance where target = ? and remote_id = ?", one.target(), one.remoteId())));
    }

    public void postpone(Glance glance, Instant until) {
        database.change(handle -> handle.execute("update glance set attempts = attempts + 1, not_before = ? where target = ? and remote_id = ?", until.toEpochMilli(), glance.target(),
                glance.remoteId()));
    }
}
