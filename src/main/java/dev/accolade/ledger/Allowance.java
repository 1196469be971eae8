package dev.accolade.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the limits of one target still allow at this moment, counted inside the claiming transaction. */
final class Allowance {

    /** Approved by somebody: neither counted nor held back by a limit. */
    private static final String NOT_RELEASED = " and not exists (select 1 from approval a where a.change_id = c.id and a.used_at is not null)";

    private static final String COUNTED = " from change c where target = :target and %s and counted_at > :since and state in ('CLAIMED', 'UNKNOWN', 'DONE')" + NOT_RELEASED;

    private static final String AWARDS = "kind = 'AWARD'";
    private static final String REMOVALS = "takes = 1";
    private static final String REMOVALS_OF_OBJECT = "takes = 1 and object_id = :object";

    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final Handle handle;
    private final String target;
    private final Limits limits;
    private final long now;
    private final long dayAgo;
    private final String clocks;

    Allowance(Handle handle, String target, Limits limits, long now, long dayAgo, String clocks) {
        if (limits == null) {
            throw new IllegalArgumentException("no limits are set for the target " + target);
        }
        this.handle = handle;
        this.target = target;
        this.limits = limits;
        this.now = now;
        this.dayAgo = dayAgo;
        this.clocks = clocks;
    }

    /** Removals first, unless clocks suspend them: a right that has ended should not wait behind new ones. What is over a limit is marked as held. */
    List<Long> changes(int max) {
        List<Long> ids = new ArrayList<>(clocks.isEmpty() ? removals(max) : List.of());
        int room = limits.awardsPerDay() - spent(AWARDS);
        ids.addAll(candidates(AWARDS, "", Math.min(max - ids.size(), room)));
        if (room <= 0) {
            hold(AWARDS, "");
        }
        return ids;
    }

    private List<Long> removals(int max) {
        List<Long> ids = new ArrayList<>();
        Map<String, Integer> rooms = roomByObject();
        int room = rooms.isEmpty() ? 0 : limits.removalsPerDay() - spent(REMOVALS);
        for (Map.Entry<String, Integer> object : rooms.entrySet()) {
            int here = Math.min(room, object.getValue());
            List<Long> taken = candidates(REMOVALS_OF_OBJECT, object.getKey(), Math.min(max - ids.size(), here));
            ids.addAll(taken);
            room -= taken.size();
            if (here - taken.size() <= 0) {
                hold(REMOVALS_OF_OBJECT, object.getKey());
            }
        }
        return ids;
    }

    /** Of those objects that something is to be taken on. */
    private Map<String, Integer> roomByObject() {
        Map<String, Integer> rooms = new LinkedHashMap<>();
        handle.createQuery("""
                with taken as (select object_id, count(*) as month, sum(counted_at > :dayAgo) as day, sum(kind = 'REVOKE' and state = 'DONE') as ended_month,
                        sum(kind = 'REVOKE' and state = 'DONE' and counted_at > :dayAgo) as ended_day""" + COUNTED.formatted(REMOVALS) + """
                 group by object_id)
                select o.object_id, (select count(*) from grants g where g.target = :target and g.object_id = o.object_id and g.state = 'LIVE') as live,
                    coalesce(day, 0) as day, coalesce(month, 0) as month, coalesce(ended_day, 0) as ended_day, coalesce(ended_month, 0) as ended_month
                from (select distinct object_id from change where target = :target and takes = 1
                    and (state = 'PLANNED' or state = 'UNKNOWN' or state = 'WAITING' and waiting_for = 'LIMIT')) o
                left join taken on taken.object_id = o.object_id order by o.object_id""")
                .bind("target", target).bind("dayAgo", dayAgo).bind("since", now - MONTH)
                .map((row, context) -> rooms.put(row.getString("object_id"), room(row))).list();
        return rooms;
    }

    /** The shares are of what was live at the beginning of the day or month: what is live now and what has ended since. */
    private int room(ResultSet row) throws SQLException {
        int live = row.getInt("live");
        return Math.min(limits.removalsInADay(live + row.getInt("ended_day")) - row.getInt("day"),
                limits.removalsInAMonth(live + row.getInt("ended_month")) - row.getInt("month"));
    }

    private int spent(String which) {
        return handle.createQuery("select count(*)" + COUNTED.formatted(which)).bind("target", target).bind("since", dayAgo).mapTo(Integer.class).one();
    }

    private List<Long> candidates(String which, String object, int max) {
        List<Long> ids = new ArrayList<>(candidates(which, object, "c.state = 'UNKNOWN' and c.counted_at <= " + dayAgo, max));
        ids.addAll(candidates(which, object, "c.state = 'PLANNED' and c.waiting_for is null", max - ids.size()));
        ids.addAll(candidates(which, object, "c.state = 'WAITING' and c.waiting_for = 'LIMIT'", max - ids.size()));
        return ids;
    }

    /** In the order of the index, so that what waits is not sorted for each claim. */
    private List<Long> candidates(String which, String object, String state, int max) {
        return max <= 0 ? List.of() : handle.createQuery("select c.id from change c where target = :target and " + which + " and not_before <= :now and " + state
                + NOT_RELEASED + clocks + " order by c.not_before, c.id limit :max")
                .bind("target", target).bind("now", now).bind("object", object).bind("max", max).mapTo(Long.class).list();
    }

    /** Those just chosen are claimed in the same transaction, so the mark does not stay on them. */
    private void hold(String which, String object) {
        handle.createUpdate("update change set state = 'WAITING', waiting_for = 'LIMIT' where target = :target and " + which
                + " and state = 'PLANNED'").bind("target", target).bind("object", object).execute();
    }
}
