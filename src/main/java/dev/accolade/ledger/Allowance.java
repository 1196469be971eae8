package dev.accolade.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the limits of one target still allow at this moment, counted inside the claiming transaction. */
final class Allowance {

    /** Approved by somebody: neither counted nor held back by a limit. */
    private static final String NOT_RELEASED = " and not exists (select 1 from approval a where a.change_id = c.id and a.used_at is not null)";

    private static final String COUNTED = """
             from change c where target = :target and kind = :kind and claimed_at > :dayAgo and state in ('CLAIMED', 'UNKNOWN', 'DONE')
            """ + NOT_RELEASED;

    private final Handle handle;
    private final String target;
    private final Limits limits;
    private final long now;
    private final long dayAgo;
    private final Among among;

    Allowance(Handle handle, String target, Limits limits, long now, long dayAgo, Among among) {
        if (limits == null) {
            throw new IllegalArgumentException("no limits are set for the target " + target);
        }
        this.handle = handle;
        this.target = target;
        this.limits = limits;
        this.now = now;
        this.dayAgo = dayAgo;
        this.among = among;
    }

    /** Removals first: a right that has ended should not wait behind new ones. What is over a limit is marked as held. */
    List<Long> changes(int max) {
        List<Long> ids = new ArrayList<>(removals(max));
        int room = limits.awardsPerDay() - spent("AWARD");
        ids.addAll(candidates("AWARD", "", Math.min(max - ids.size(), room)));
        if (room <= 0) {
            hold("AWARD", "");
        }
        return ids;
    }

    private List<Long> removals(int max) {
        List<Long> ids = new ArrayList<>();
        int room = limits.removalsPerDay() - spent("REVOKE");
        for (Map.Entry<String, Integer> object : roomByObject().entrySet()) {
            int here = Math.min(room, object.getValue());
            List<Long> taken = candidates("REVOKE", object.getKey(), Math.min(max - ids.size(), here));
            ids.addAll(taken);
            room -= taken.size();
            if (here - taken.size() <= 0) {
                hold("REVOKE", object.getKey());
            }
        }
        return ids;
    }

    /** The share is of what was live at the beginning of the day: what is live now and what has ended since. */
    private Map<String, Integer> roomByObject() {
        Map<String, Integer> rooms = new LinkedHashMap<>();
        handle.createQuery("""
                select o.object_id,
                    (select count(*) from grants g where g.target = :target and g.object_id = o.object_id and g.state = 'LIVE') as live,
                    (select count(*)""" + COUNTED + """
                 and c.object_id = o.object_id) as taken,
                    (select count(*)""" + COUNTED + """
                 and c.object_id = o.object_id and c.state = 'DONE') as ended
                from (select distinct object_id from change where target = :target and kind = :kind
                    and (state = 'PLANNED' or state = 'WAITING' and waiting_for = 'LIMIT')) o order by o.object_id""")
                .bind("target", target).bind("kind", "REVOKE").bind("dayAgo", dayAgo)
                .map((row, context) -> rooms.put(row.getString(1), room(row.getInt(2) + row.getInt(4), row.getInt(3)))).list();
        return rooms;
    }

    private int room(int before, int taken) {
        return Math.max(limits.alwaysAllowed(), (int) Math.floor(limits.removalShare() * before)) - taken;
    }

    private int spent(String kind) {
        return handle.createQuery("select count(*)" + COUNTED).bind("target", target).bind("kind", kind).bind("dayAgo", dayAgo).mapTo(Integer.class).one();
    }

    private List<Long> candidates(String kind, String object, int max) {
        List<Long> ids = new ArrayList<>(candidates(kind, object, "c.state = 'PLANNED' and c.waiting_for is null", max));
        ids.addAll(candidates(kind, object, "c.state = 'WAITING' and c.waiting_for = 'LIMIT'", max - ids.size()));
        return ids;
    }

    /** In the order of the index, so that what waits is not sorted for each claim. */
    private List<Long> candidates(String kind, String object, String state, int max) {
        return max <= 0 ? List.of() : handle.createQuery("select c.id from change c where target = :target and kind = :kind and not_before <= :now and " + state
                + " and (:object = '' or object_id = :object) " + NOT_RELEASED + among.sql() + " order by c.not_before, c.id limit :max")
                .bind("target", target).bind("kind", kind).bind("now", now).bind("object", object).bind("max", max).bind("run", among.run()).mapTo(Long.class).list();
    }

    /** Those just chosen are claimed in the same transaction, so the mark does not stay on them. */
    private void hold(String kind, String object) {
        handle.createUpdate("""
                update change set state = 'WAITING', waiting_for = 'LIMIT' where target = :target and kind = :kind and state = 'PLANNED'
                    and (:object = '' or object_id = :object)""").bind("target", target).bind("kind", kind).bind("object", object).execute();
    }
}
