package dev.accolade.ledger;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Set<String> greeted = new HashSet<>();
    private int room = -1;

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

    /** Whether it is no first award, or there is room for one more address; otherwise it is marked as held. */
    boolean mayGo(long change) {
        Optional<String> address = newAddress(change);
        if (address.isEmpty() || greeted.contains(address.get()) || greeted.size() < room()) {
            return true;
        }
        handle.execute("update change set state = 'WAITING', waiting_for = 'LIMIT', held_by = ? where id = ?", HELD_BY, change);
        return false;
    }

    /** It is claimed in this transaction; what else its address has earned goes with it. */
    void goes(long change) {
        newAddress(change).filter(greeted::add).ifPresent(address -> {
            handle.execute("update change set first_award = 1 where id = ?", change);
            handle.execute("update change as c set state = 'PLANNED', waiting_for = null, held_by = null where target = ? and held_by = ? and state = 'WAITING' and "
                    + RECIPIENT + " = ?", target, HELD_BY, address);
        });
    }

    /** Counted once in a transaction. */
    private int room() {
        if (room < 0) {
            room = Math.max(0, limit - spent());
        }
        return room;
    }

    /** As many of the held ones as there is room for stand in the line again, the oldest first. */
    void release() {
        if (limit > 0 && anyHeld()) {
            handle.createUpdate("""
                    update change set state = 'PLANNED', waiting_for = null, held_by = null where id in (select id from change
                        where target = :target and held_by = :heldBy and state = 'WAITING' order by id limit :room)""")
                    .bind("target", target).bind("heldBy", HELD_BY).bind("room", room()).execute();
        }
    }

    private boolean anyHeld() {
        return handle.createQuery("select 1 from change where target = ? and held_by = ? limit 1").bind(0, target).bind(1, HELD_BY).mapTo(Integer.class).findOne().isPresent();
    }

    /**
     * What was let through and not done for sure yet has its place, on whatever day it will be done, and what was refused keeps it for the day: another
     * badge may have gone to that address with it. What somebody approved is not counted, as with other limits.
     */
    private int spent() {
        return handle.createQuery("""
                select (select count(*) from change where first_award = 1 and target = :target and state in ('PLANNED', 'WAITING', 'UNKNOWN'))
                    + (select count(*) from change where first_award = 1 and target = :target
                        and state in ('CLAIMED', 'DONE', 'REFUSED', 'SUPERSEDED') and counted_at > :dayAgo)""")
                .bind("target", target).bind("dayAgo", dayAgo).mapTo(Integer.class).one();
    }

    /** The address of a first award that was not let through before; empty for any other change, and where nothing is limited. */
    private Optional<String> newAddress(long change) {
        return limit == 0 ? Optional.empty() : handle.createQuery("select " + RECIPIENT
                + " from change c where c.id = :id and c.first_award = 0 and c.state in ('PLANNED', 'WAITING') and " + IS_FIRST).bind("id", change).mapTo(String.class).findOne();
    }
}
