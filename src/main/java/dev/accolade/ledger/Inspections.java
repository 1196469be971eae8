package dev.accolade.ledger;

import dev.accolade.plan.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Listings of what is on a badge class or store, compared page by page with what the ledger has. Only a whole listing counts; what it lacks counts
 * only once it was looked for by itself.
 */
public final class Inspections {

    private static final Duration ABANDONED = Duration.ofDays(1);
    /** Looked for one by one in one inspection; the rest is left to the next. */
    private static final int MOST_MISSING = 500;

    /** A badge class or store that rules name or named. */
    public record Thing(String target, String objectId, String name) {}

    /** One listing under way. */
    public record Inspection(long id, Thing thing, String actor, Instant beganAt) {}

    /**
     * What the ledger has and the listing lacks.
     *
     * @param addressee e-mail of the recipient, or look-up key of the client
     */
    public record Missing(String remoteId, long person, int generation, String addressee) {}

    private final Database database;
    private final Clock clock;
    private final Erased erased;

    public Inspections(Database database, Clock clock, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.erased = erased;
    }

    /** Everything of a target that was ever surveyed, by name. */
    public List<Thing> things(String target) {
        return database.read(handle -> handle.createQuery("""
                select target, object_id, min(name) from target_object where target = ? and object_id is not null and surveyed_at is not null
                group by target, object_id order by 3""").bind(0, target).map((row, context) -> new Thing(row.getString(1), row.getString(2), row.getString(3))).list());
    }

    /** @param actor kept with whatever is found */
    public Inspection begin(Thing thing, String actor) {
        long now = clock.millis();
        return database.write(handle -> {
            handle.execute("delete from inspected where inspection in (select id from inspection where state = 'LOOKING' and began_at < ?)", now - ABANDONED.toMillis());
            handle.execute("update inspection set state = 'FAILED', ended_at = ?, failure = 'The process that listed it did not come back.' where state = 'LOOKING' and began_at < ?",
                    now, now - ABANDONED.toMillis());
            long id = handle.createUpdate("insert into inspection (target, object_id, object_name, actor, state, began_at) values (?, ?, ?, ?, 'LOOKING', ?)")
                    .bind(0, thing.target()).bind(1, thing.objectId()).bind(2, thing.name()).bind(3, actor).bind(4, now)
                    .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            return new Inspection(id, thing, actor, Instant.ofEpochMilli(now));
        });
    }

    /** Takes in a page, but for people who were erased; nothing counts before {@link #end}. */
    public void page(Inspection inspection, List<Seen> page) {
        database.change(handle -> {
            Erased.Hashes hashes = erased.hashes(handle);
            new InspectedPage(handle, inspection).take(page.stream().filter(one -> !hashes.email(Optional.of(one.recipient()).filter(text -> !text.isEmpty()))).toList());
        });
    }

    /** What is to be looked for by itself; what a worker is at, or what was made since the listing began, is not missed. */
    public List<Missing> missing(Inspection inspection) {
        return database.read(handle -> handle.createQuery("""
                select g.remote_id, g.person, g.generation, coalesce(json_extract(g.shown_json, '$.recipient'), json_extract(g.shown_json, '$.key'), '') from grants g
                where g.target = :target and g.object_id = :object and g.state = 'LIVE' and g.since < :began and g.person > 0
                    and not exists (select 1 from inspected i where i.inspection = :id and i.remote_id = g.remote_id)
                    and""" + Losses.NOT_BUSY + " order by g.person limit :most").bind("target", inspection.thing().target()).bind("object", inspection.thing().objectId())
                .bind("began", inspection.beganAt().toEpochMilli()).bind("id", inspection.id()).bind("most", MOST_MISSING)
                .map((row, context) -> new Missing(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4))).list());
    }

    /** It was looked for by itself and is not there; the grant has ended. */
    public void deleted(Inspection inspection, Missing missing) {
        database.change(handle -> new Losses(handle, clock.millis(), inspection).deleted(missing));
    }

    /** Nobody could say whether it is there. */
    public void unsure(Inspection inspection) {
        database.change(handle -> handle.execute("update inspection set unsure = unsure + 1 where id = ?", inspection.id()));
    }

    /** The listing was whole: what differs is found, what no longer does is settled, and what no grant accounts for is known from now on. */
    public void end(Inspection inspection) {
        while (database.write(handle -> new Losses(handle, clock.millis(), inspection).some())) {
            // Some at a time, so that nobody waits long for the writer.
        }
        String last = "";
        do {
            String from = last;
            last = database.write(handle -> new Alterations(handle, clock.millis(), inspection).after(from));
        } while (!last.isEmpty());
        database.change(handle -> new Listed(handle, clock.millis(), inspection).keep());
    }

    /** The listing broke off: nothing of it counts. */
    public void fail(Inspection inspection, String failure) {
        database.change(handle -> {
            handle.execute("delete from inspected where inspection = ?", inspection.id());
            handle.execute("update inspection set state = 'FAILED', ended_at = ?, failure = ? where id = ? and state = 'LOOKING'", clock.millis(), failure, inspection.id());
        });
    }

    /**
     * One thing that somebody was told of, looked at by itself: what it is now counts, whatever else there may be.
     *
     * @return persons whose grants it concerns
     */
    public Set<Long> one(Thing thing, Seen seen, String actor) {
        Inspection alone = begin(thing, actor);
        page(alone, List.of(seen));
        while (database.write(handle -> new Losses(handle, clock.millis(), alone).some())) {
            // Some at a time.
        }
        database.write(handle -> new Alterations(handle, clock.millis(), alone).after(""));
        return database.write(handle -> new Listed(handle, clock.millis(), alone).keepAlone());
    }
}
