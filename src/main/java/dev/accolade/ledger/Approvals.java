package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Named, expiring permissions: for held changes as they were planned, and for scopes that shrank. */
public final class Approvals {

    private final Database database;
    private final Clock clock;

    public Approvals(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Approves changes that are held by a limit, by what somebody else did, or wait for an approval; others of the list are left alone.
     *
     * @return the ids that are now approved
     */
    public List<Long> approve(List<Long> changes, String by, Instant until) {
        return database.write(handle -> {
            List<Long> held = changes.isEmpty() ? List.of() : handle.createQuery(
                    "select id from change where id in (<ids>) and state = 'WAITING' and waiting_for in ('LIMIT', 'APPROVAL', 'DRIFT') order by id")
                    .bindList("ids", changes).mapTo(Long.class).list();
            held.forEach(id -> handle.execute("""
                    insert into approval (change_id, by_name, given_at, expires_at) values (?, ?, ?, ?)
                    on conflict (change_id) do update set by_name = excluded.by_name, given_at = excluded.given_at, expires_at = excluded.expires_at, used_at = null""",
                    id, by, clock.millis(), until.toEpochMilli()));
            ChangeSteps.add(handle, clock.millis(), StepKind.APPROVED, held, Optional.of(by + " by approve"), Map.of("until", until.toString()));
            return held;
        });
    }

    /** The same, of one plan alone. */
    public List<Long> heldOf(long plan) {
        return database.read(handle -> handle.createQuery("select id from change where plan = ? and state = 'WAITING' and waiting_for in ('LIMIT', 'APPROVAL') order by id")
                .bind(0, plan).mapTo(Long.class).list());
    }

    /** Ids of all changes that an approval would release now, but for those that undo somebody else's doing: these are meant one by one. */
    public List<Long> held() {
        return database.read(handle -> handle.createQuery("select id from change where state = 'WAITING' and waiting_for in ('LIMIT', 'APPROVAL') order by id")
                .mapTo(Long.class).list());
    }

    /** Ids of the first of those: what somebody else did on a target holds them. */
    public List<Long> undoing(int most) {
        return database.read(handle -> handle.createQuery("select id from change where state = 'WAITING' and waiting_for = 'DRIFT' order by id limit ?").bind(0, most).mapTo(Long.class).list());
    }

    /**
     * Says that a scope really has become that small; the next reads may take its rights away.
     *
     * @param scopeName name or id; empty for the whole source
     * @return false when no such scope is held
     */
    public boolean approveShrinkage(String source, String scopeName, String by, Instant until) {
        return database.write(handle -> approved(handle.createUpdate("""
                update shrinkage set approved_by = :by, approved_until = :until where source = :source
                    and (scope_id = :scope or scope_id in (select id from scope where source = :source and name = :scope))""")
                .bind("by", by).bind("until", until.toEpochMilli()).bind("source", source).bind("scope", scopeName).execute(), handle, source + ":" + scopeName, by, until));
    }

    private boolean approved(int scopes, Handle handle, String scope, String by, Instant until) {
        if (scopes > 0) {
            Chronicle.add(handle, clock.millis(), new Step(StepKind.APPROVED, by + " by approve", Step.Subject.named(scope), Map.of("until", until.toString())));
        }
        return scopes > 0;
    }
}
