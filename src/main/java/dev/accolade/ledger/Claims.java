package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.GrantKey;
import dev.accolade.model.StepKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Hands out changes to workers: each to one at a time, looked-at ones first, never more than the limits allow.
 *
 * <p>Claiming, counting and holding back happen in one writing transaction, so that two workers or two plans cannot spend one limit.
 */
public final class Claims {

    private static final Duration SKEW = Duration.ofMinutes(5);
    /** What is only entered into the ledger does nothing to a target that somebody would have to look for. */
    static final String HAS_EFFECT = "(kind not in ('ADOPT', 'EXPIRE'))";
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Database database;
    private final Clock clock;
    private final Duration lease;
    private final Map<String, Limits> limits;
    private final Duration skewLimit;

    /**
     * @param lease  longer than any request to a target may take
     * @param limits by target
     */
    public Claims(Database database, Clock clock, Duration lease, Map<String, Limits> limits) {
        this(database, clock, lease, limits, SKEW);
    }

    /** @param skewLimit how far a service's clock may be away before what rests on times waits */
    public Claims(Database database, Clock clock, Duration lease, Map<String, Limits> limits, Duration skewLimit) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
        this.limits = Map.copyOf(limits);
        this.skewLimit = skewLimit;
    }

    /** At most this many changes of a target for this owner; empty when there is nothing to do now. */
    public List<Claim> claim(String target, String owner, int max) {
        return claim(target, owner, max, Among.ALL);
    }

    /** The same, of these changes alone; limits count all. */
    public List<Claim> claim(String target, String owner, int max, Among among) {
        long now = clock.millis();
        return database.write(handle -> {
            expire(handle, target, now);
            int room = Pauses.holds(handle, target) ? 0 : Breaker.room(handle, target, now, max);
            if (room == 0) {
                return List.of();
            }
            String clocks = Skews.condition(handle, skewLimit);
            List<Long> ids = new ArrayList<>(unknown(handle, target, now, room, clocks, among));
            ids.addAll(approved(handle, target, now, room - ids.size(), clocks, among));
            ids.addAll(unlimited(handle, target, now, room - ids.size(), among));
            ids.addAll(new Allowance(handle, target, limits.get(target), now, now - DAY, clocks, among).changes(room - ids.size()));
            return ids.isEmpty() ? List.of() : take(handle, ids, owner, now);
        });
    }

    /** A worker that did not come back may have sent its request: the next one looks first. */
    private static void expire(Handle handle, String target, long now) {
        List<Long> lost = handle.createQuery("select id from change where target = :target and state = 'CLAIMED' and lease_until < :now")
                .bind("target", target).bind("now", now).mapTo(Long.class).list();
        if (!lost.isEmpty()) {
            handle.createUpdate("update change set state = 'UNKNOWN', look_first = " + HAS_EFFECT + ", lease_owner = null, message = 'The worker that had it did not come back.' where id in (<ids>)")
                    .bindList("ids", lost).execute();
            ChangeSteps.add(handle, now, StepKind.LEASE_ENDED, lost);
        }
    }

    /** What was begun a day ago or earlier and may only now be done needs room among today's, as {@link Allowance} gives it. */
    private static List<Long> unknown(Handle handle, String target, long now, int max, String clocks, Among among) {
        return handle.createQuery("""
                select id from change c where target = :target and state = 'UNKNOWN' and not_before <= :now
                    and (counted_at > :dayAgo or kind in ('UPDATE', 'ADOPT', 'RENEW', 'EXPIRE') and takes = 0 or exists (select 1 from approval a where a.change_id = c.id and a.used_at is not null))
                and not\s""" + Barriers.BARRED + clocks + among.sql() + " order by not_before, id limit :max")
                .bind("target", target).bind("now", now).bind("dayAgo", now - DAY).bind("max", max).bind("run", among.run()).mapTo(Long.class).list();
    }

    /** What was released once stays so until it is settled, though its first attempt came to nothing. */
    private static List<Long> approved(Handle handle, String target, long now, int max, String clocks, Among among) {
        List<Long> ids = max <= 0 ? List.of() : handle.createQuery("""
                select c.id from approval a cross join change c on c.id = a.change_id
                where c.target = :target and (c.state = 'WAITING' and c.waiting_for in ('LIMIT', 'APPROVAL', 'DRIFT') and a.expires_at >= :now and a.used_at is null
                    or c.state = 'PLANNED' and a.used_at is not null and c.not_before <= :now)
                and not\s""" + Barriers.BARRED + clocks + among.sql() + " order by a.change_id limit :max").bind("target", target).bind("now", now).bind("max", max)
                .bind("run", among.run()).mapTo(Long.class).list();
        if (!ids.isEmpty()) {
            handle.createUpdate("update approval set used_at = :now where change_id in (<ids>)").bind("now", now).bindList("ids", ids).execute();
        }
        return ids;
    }

    private static List<Long> unlimited(Handle handle, String target, long now, int max, Among among) {
        return max <= 0 ? List.of() : handle.createQuery("""
                select c.id from change c where c.target = :target and c.state = 'PLANNED' and c.waiting_for is null and c.not_before <= :now and c.kind in ('UPDATE', 'ADOPT', 'RENEW', 'EXPIRE')
                    and c.takes = 0""" + among.sql() + " limit :max")
                .bind("target", target).bind("now", now).bind("max", max).bind("run", among.run()).mapTo(Long.class).list();
    }

    private List<Claim> take(Handle handle, List<Long> ids, String owner, long now) {
        handle.createUpdate("""
                update change set state = 'CLAIMED', waiting_for = null, held_by = null, lease_owner = :owner, lease_until = :until, attempts = attempts + 1,
                    claimed_at = coalesce(claimed_at, :now), counted_at = :now where id in (<ids>)""").bind("owner", owner).bind("until", now + lease.toMillis()).bind("now", now)
                .bindList("ids", ids).execute();
        ChangeSteps.add(handle, now, StepKind.CLAIMED, ids);
        return handle.createQuery("""
                select id, target, object_id, person, generation, kind, object_name, desired_json, remote_id, ours, look_first, attempts, claimed_at, evidence_json
                from change where id in (<ids>) order by id""").bindList("ids", ids)
                .map((row, context) -> new Claim(row.getLong(1), new GrantKey(row.getString(2), row.getString(3), row.getLong(4)), row.getInt(5),
                        ChangeKind.valueOf(row.getString(6)), row.getString(7), Json.desired(row.getString(8)), Optional.ofNullable(row.getString(9)),
                        row.getInt(10) != 0, row.getInt(11) != 0, row.getInt(12), Instant.ofEpochMilli(row.getLong(13)),
                        Instant.ofEpochMilli(now + lease.toMillis() / 2), Json.texts(row.getString(14)), owner)).list();
    }

    /** Whether nothing of a target is claimed or can be claimed now; held changes do not count. */
    public boolean idle(String target) {
        return database.read(handle -> handle.createQuery("""
                select 1 from change where target = :target and (state = 'CLAIMED' or state = 'PLANNED' or state = 'UNKNOWN') limit 1""")
                .bind("target", target).mapTo(Integer.class).findOne()).isEmpty();
    }
}
