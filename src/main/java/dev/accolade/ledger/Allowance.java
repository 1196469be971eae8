package dev.accolade.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the limits of one target still allow at this moment, counted inside the claiming transaction. */
final class Allowance {

    /** Approved by somebody: neither counted nor held back by a limit. */
    private static final String NOT_RELEASED = " and not exists (select 1 from approval a where a.change_id = c.id and a.used_at is not null)";

    private static final String COUNTED = " from change c where target = :target and %s and counted_at > :since and state in ('CLAIMED', 'UNKNOWN', 'DONE')" + NOT_RELEASED;

    private static final String AWARDS = "kind = 'AWARD'";
    private static final String REMOVALS = "takes = 1";
    private static final long MONTH = Duration.ofDays(30).toMillis();

    private record Candidate(long id, String object, String scope) {}

    private final Handle handle;
    private final String target;
    private final Limits limits;
    private final long now;
    private final long dayAgo;
    private final String clocks;
    private final Among among;
    private final FirstAwards firsts;

    Allowance(Handle handle, String target, Limits limits, long now, long dayAgo, String clocks, Among among) {
        if (limits == null) {
            throw new IllegalArgumentException("no limits are set for the target " + target);
        }
        this.handle = handle;
        this.target = target;
        this.limits = limits;
        this.now = now;
        this.dayAgo = dayAgo;
        this.clocks = clocks;
        this.among = among;
        this.firsts = new FirstAwards(handle, target, limits.firstAwards(), dayAgo);
    }

    /** Removals first, unless clocks suspend them: a right that has ended should not wait behind new ones. What is over a limit is marked as held. */
    List<Long> changes(int max) {
        List<Long> ids = new ArrayList<>(clocks.isEmpty() ? removals(max) : List.of());
        ids.addAll(awards(max - ids.size()));
        return ids;
    }

    private List<Long> awards(int max) {
        Spent spent = spent(AWARDS);
        Rooms rooms = new Rooms(limits.awardsPerDay() - spent.total(), object -> limits.narrow().awardsOn(() -> liveADayAgo(object)) - spent.onObject(object),
                scope -> limits.narrow().awardsPerScope() - spent.inScope(scope));
        firsts.release();
        return chosen(AWARDS, rooms, max);
    }

    /** What is live now, without what has been awarded since, and with what has ended. */
    private int liveADayAgo(String object) {
        return handle.createQuery("""
                select (select count(*) from grants g where g.target = :target and g.object_id = :object and g.state = 'LIVE')
                    + coalesce((select sum(case kind when 'REVOKE' then 1 else -1 end) from change
                        where target = :target and object_id = :object and kind in ('AWARD', 'REVOKE') and state = 'DONE' and counted_at > :dayAgo), 0)""")
                .bind("target", target).bind("object", object).bind("dayAgo", dayAgo).mapTo(Integer.class).one();
    }

    private List<Long> removals(int max) {
        Map<String, Integer> objects = roomByObject();
        if (objects.isEmpty()) {
            return List.of();
        }
        Spent spent = spent(REMOVALS);
        Rooms rooms = new Rooms(limits.removalsPerDay() - spent.total(), object -> objects.getOrDefault(object, 0),
                scope -> limits.narrow().removalsInScope(peopleIn(scope), limits.alwaysAllowed()) - spent.inScope(scope));
        return chosen(REMOVALS, rooms, max);
    }

    /** In the order in which they wait, those for which there is room everywhere; what waits behind a full object or scope is passed by. */
    private List<Long> chosen(String which, Rooms rooms, int max) {
        List<Long> ids = new ArrayList<>();
        boolean passedBy = true;
        while (passedBy && ids.size() < max && !rooms.isFull()) {
            passedBy = false;
            for (Candidate candidate : candidates(which, rooms, ids, max - ids.size())) {
                boolean room = firsts.mayGo(candidate.id()) && rooms.take(candidate.object(), candidate.scope());
                passedBy |= !room;
                if (room) {
                    firsts.goes(candidate.id());
                    ids.add(candidate.id());
                }
            }
        }
        hold(which, rooms);
        return ids;
    }

    /** Everybody who holds a right in a scope, or did so a day ago. */
    private int peopleIn(String scope) {
        String[] key = scope.split(":", 2);
        return key.length < 2 ? 0 : handle.createQuery("select count(distinct member_id) from entitlement where source = ? and scope_id = ? and (gone_at is null or gone_at > ?)")
                .bind(0, key[0]).bind(1, key[1]).bind(2, dayAgo).mapTo(Integer.class).one();
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

    private Spent spent(String which) {
        return Spent.of(handle, COUNTED.formatted(which), target, dayAgo);
    }

    private List<Candidate> candidates(String which, Rooms rooms, List<Long> without, int max) {
        List<Candidate> found = new ArrayList<>();
        for (String state : List.of("c.state = 'UNKNOWN' and c.counted_at <= " + dayAgo + " and not " + Barriers.BARRED, "c.state = 'PLANNED' and c.waiting_for is null", "c.state = 'WAITING' and c.waiting_for = 'LIMIT' and c.held_by is null")) {
            found.addAll(waiting(which + " and " + state, rooms, without, max - found.size()));
        }
        return found;
    }

    /** In the order of the index, so that what waits is not sorted for each claim. */
    private List<Candidate> waiting(String condition, Rooms rooms, List<Long> without, int max) {
        return max <= 0 ? List.of() : handle.createQuery("select c.id, c.object_id, coalesce(c.scope, '') from change c where target = :target and not_before <= :now and "
                + condition + NOT_RELEASED + clocks + among.sql() + " and c.object_id not in (<objects>) and coalesce(c.scope, '') not in (<scopes>) and c.id not in (<ids>)"
                + " order by c.not_before, c.id limit :max").bind("target", target).bind("now", now).bind("max", max).bind("run", among.run())
                .bindList("objects", some(rooms.fullObjects())).bindList("scopes", some(rooms.fullScopes())).bindList("ids", without.isEmpty() ? List.of(-1L) : without)
                .map((row, context) -> new Candidate(row.getLong(1), row.getString(2), row.getString(3))).list();
    }

    /** Those just chosen are claimed in the same transaction, so the mark does not stay on them. */
    private void hold(String which, Rooms rooms) {
        if (rooms.isFull() || !rooms.fullObjects().isEmpty() || !rooms.fullScopes().isEmpty()) {
            handle.createUpdate("update change set state = 'WAITING', waiting_for = 'LIMIT' where target = :target and " + which
                    + " and state = 'PLANNED' and (:all or object_id in (<objects>) or scope in (<scopes>))").bind("target", target).bind("all", rooms.isFull())
                    .bindList("objects", some(rooms.fullObjects())).bindList("scopes", some(rooms.fullScopes())).execute();
        }
    }

    /** A list in SQL is never empty; no object and no scope is called so. */
    private static Collection<String> some(Set<String> names) {
        return names.isEmpty() ? Set.of("-") : names;
    }
}
