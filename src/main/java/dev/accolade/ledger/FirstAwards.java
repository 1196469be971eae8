package dev.accolade.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;

/**
 * Spreads first awards: those to an address that, as far as the ledger knows, has nothing on the target and never had, for Badgr may mail it.
 * Counted and held back inside the claiming transaction. What is over the limit waits until its day comes or somebody approves it.
 */
public final class FirstAwards {

    /** The setting, as operators read it on what is held. */
    private static final String HELD_BY = "first-award-limit";

    private static final String RECIPIENT = "json_extract(c.desired_json, '$.recipient')";

    /** Of a change {@code c}: an award of a badge to an address of which neither a grant, a finding nor another first award is known there. */
    private static final String IS_FIRST = "c.kind = 'AWARD' and json_extract(c.desired_json, '$.type') = 'badge' and " + RECIPIENT + " is not null"
            + " and not exists (select 1 from grants g where g.target = c.target and json_extract(g.shown_json, '$.recipient') = " + RECIPIENT + ")"
            + " and not exists (select 1 from holding h where h.target = c.target and h.recipient = " + RECIPIENT + ")"
            + " and not exists (select 1 from change f where f.first_award = 1 and f.target = c.target and f.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'DONE')"
            + " and json_extract(f.desired_json, '$.recipient') = " + RECIPIENT + " and f.id <> c.id)";

    private final Handle handle;
    private final String target;
    private final int limit;
    private final long dayAgo;

    /** @param limit in a rolling day; 0 for none */
    FirstAwards(Handle handle, String target, int limit, long dayAgo) {
        this.handle = handle;
        this.target = target;
        this.limit = limit;
        this.dayAgo = dayAgo;
    }

    /** How many addresses a target's planned awards reach for the first time, by target; those under way are not among them. */
    public static Map<String, Long> planned(Handle handle) {
        Map<String, Long> addresses = new TreeMap<>();
        handle.createQuery("select c.target, count(distinct " + RECIPIENT + ") from change c where c.state in ('PLANNED', 'WAITING') and " + IS_FIRST + " group by c.target")
                .map((row, context) -> addresses.put(row.getString(1), row.getLong(2))).list();
        return addresses;
    }

    /**
     * Awards that may be claimed.
     *
     * @param next the first so many of those that no other limit holds, in their order, each time it is asked
     */
    List<Long> letThrough(IntFunction<List<Long>> next, int max) {
        if (limit == 0 || max <= 0) {
            return next.apply(max);
        }
        int room = limit - spent();
        release(room);
        Set<String> greeted = new HashSet<>();
        Set<Long> judged = new HashSet<>();
        List<Long> chosen;
        boolean held;
        do {
            chosen = next.apply(max);
            held = false;
            for (Map.Entry<Long, String> first : firsts(chosen).entrySet()) {
                if (judged.add(first.getKey()) && !greeted.contains(first.getValue())) {
                    boolean through = greeted.size() < room;
                    held |= !through;
                    through(first, through, greeted);
                }
            }
        } while (held);
        return chosen;
    }

    private void through(Map.Entry<Long, String> first, boolean through, Set<String> greeted) {
        if (!through) {
            handle.execute("update change set state = 'WAITING', waiting_for = 'LIMIT', held_by = ? where id = ?", HELD_BY, first.getKey());
            return;
        }
        greeted.add(first.getValue());
        handle.execute("update change set first_award = 1 where id = ?", first.getKey());
        handle.execute("update change as c set state = 'PLANNED', waiting_for = null, held_by = null where target = ? and held_by = ? and state = 'WAITING' and "
                + RECIPIENT + " = ?", target, HELD_BY, first.getValue());
    }

    /** What was let through and not done for sure yet has its place, on whatever day it will be done; what somebody approved is not counted, as with other limits. */
    private int spent() {
        return handle.createQuery("""
                select (select count(*) from change where first_award = 1 and target = :target and state in ('PLANNED', 'WAITING', 'UNKNOWN'))
                    + (select count(*) from change where first_award = 1 and target = :target and state in ('CLAIMED', 'DONE') and claimed_at > :dayAgo)""").bind("target", target).bind("dayAgo", dayAgo).mapTo(Integer.class).one();
    }

    /** As many of the held ones as there is room for stand in the line again, the oldest first. */
    private void release(int room) {
        handle.createUpdate("""
                update change set state = 'PLANNED', waiting_for = null, held_by = null where id in (select id from change
                    where target = :target and held_by = :heldBy and state = 'WAITING' order by id limit :room)""")
                .bind("target", target).bind("heldBy", HELD_BY).bind("room", Math.max(0, room)).execute();
    }

    /** Those of some changes that are first awards and were not let through before, by id, with their address. */
    private Map<Long, String> firsts(List<Long> ids) {
        Map<Long, String> firsts = new TreeMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("select c.id, " + RECIPIENT + " from change c where c.first_award = 0 and c.state in ('PLANNED', 'WAITING') and c.id in (<ids>) and " + IS_FIRST).bindList("ids", ids)
                    .map((row, context) -> firsts.put(row.getLong(1), row.getString(2))).list();
        }
        return firsts;
    }
}
