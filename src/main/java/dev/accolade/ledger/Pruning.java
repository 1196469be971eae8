package dev.accolade.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes old records of reads, events, hints, plans and finished changes, never what something rests on.
 *
 * <p>What stays whatever its age: changes that are open, dropped or stand behind a live grant, their plans and approvals, the latest plan, the
 * last complete read of each coverage, grants, and the whole history.
 */
public final class Pruning {

    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);

    /** Limits count what thirty rolling days have seen. */
    private static final Duration LEAST = Duration.ofDays(31);
    /** Rows looked at in one transaction, so that nobody waits long for the writer. */
    private static final int WINDOW = 5_000;

    private static final String OLD_CHANGE = """
            state in ('DONE', 'SUPERSEDED') and not (state = 'SUPERSEDED' and look_first = 1)
                and coalesce(ended_at, claimed_at, (select made_at from plan p where p.id = change.plan), 0) < :before
                and max(coalesce(claimed_at, 0), coalesce(counted_at, 0)) < :before
                and not exists (select 1 from grants g where g.person = change.person and g.target = change.target and g.object_id = change.object_id
                    and g.generation = change.generation and g.state = 'LIVE')""";

    /** By table with a numbered id, in this order: which rows may go. */
    private static final List<Map.Entry<String, String>> OLD = List.of(
            Map.entry("change", OLD_CHANGE),
            Map.entry("plan", "made_at < :before and id < (select max(id) from plan) and not exists (select 1 from change c where c.plan = plan.id)"),
            Map.entry("snapshot", "state <> 'READING' and ended_at < :before and not exists (select 1 from coverage c where c.snapshot = snapshot.id)"
                    + " and not exists (select 1 from shrinkage s where s.snapshot = snapshot.id)"),
            Map.entry("inspection", "state <> 'LOOKING' and began_at < :before and id < (select max(id) from inspection)"),
            Map.entry("drift", "state = 'SETTLED' and settled_at < :before"),
            Map.entry("event", "received_at < :before"));

    private final Database database;
    private final Clock clock;
    private final Duration keep;

    /** @param keep how long; less than 31 days count as 31 */
    public Pruning(Database database, Clock clock, Duration keep) {
        this.database = database;
        this.clock = clock;
        this.keep = keep.compareTo(LEAST) < 0 ? LEAST : keep;
    }

    /** @return rows deleted, by table; empty when nothing was old enough */
    public Map<String, Long> prune() {
        long before = clock.instant().minus(keep).toEpochMilli();
        Map<String, Long> deleted = new TreeMap<>();
        OLD.forEach(old -> count(deleted, old.getKey(), windows(old.getKey(), old.getValue(), before)));
        count(deleted, "approval", database.write(handle -> (long) handle.execute("delete from approval where change_id not in (select id from change)")));
        count(deleted, "hint", database.write(handle -> (long) handle.execute("delete from hint where generation < ?", before)));
        if (!deleted.isEmpty()) {
            LOG.info("Deleted what is older than {}: {}.", keep, deleted);
        }
        return deleted;
    }

    private static void count(Map<String, Long> deleted, String table, long rows) {
        if (rows > 0) {
            deleted.put(table, rows);
        }
    }

    private long windows(String table, String which, long before) {
        long last = database.read(handle -> handle.createQuery("select coalesce(max(id), 0) from " + table).mapTo(Long.class).one());
        long from = database.read(handle -> handle.createQuery("select coalesce(min(id), 0) from " + table).mapTo(Long.class).one());
        long deleted = 0;
        for (; from <= last && last > 0; from += WINDOW) {
            long first = from;
            deleted += database.write(handle -> handle.createUpdate("delete from " + table + " where id >= :first and id < :end and " + which)
                    .bind("first", first).bind("end", first + WINDOW).bind("before", before).execute());
        }
        return deleted;
    }
}
