package dev.accolade.ledger;

import dev.accolade.model.WaitingFor;
import dev.accolade.plan.PersonPlan;
import dev.accolade.plan.PlannedChange;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Plans, kept: every change with its reason and evidence. */
public final class Plans {

    /**
     * What one plan came to.
     *
     * @param planned    new changes
     * @param superseded changes of earlier plans that nobody wants any more
     * @param kept       live grants that stay as they are
     * @param leftOpen   unfinished changes of earlier plans that stay
     * @param due        held changes whose grace has run out
     */
    public record Summary(long id, long persons, long planned, long superseded, long kept, long leftOpen, long due) {

        /** Whether the plan changed nothing that was not already planned. */
        public boolean isEmpty() {
            return planned == 0 && superseded == 0 && due == 0;
        }
    }

    private final Database database;
    private final Clock clock;

    public Plans(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public long begin(String cause) {
        return database.write(handle -> handle.createUpdate(
                "insert into plan (made_at, cause, persons, planned, superseded, kept, left_open) values (?, ?, 0, 0, 0, 0, 0)")
                .bind(0, clock.millis()).bind(1, cause).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
    }

    /** Writes what was decided about some persons; nothing at all when nothing changes. */
    public void write(long plan, List<PersonPlan> decided) {
        if (decided.stream().allMatch(one -> one.planned().isEmpty() && one.superseded().isEmpty() && one.due().isEmpty() && one.notes().isEmpty())) {
            return;
        }
        long now = clock.millis();
        database.change(handle -> {
            supersede(handle, decided, now);
            due(handle, decided);
            note(handle, decided);
            insert(handle, plan, decided);
        });
    }

    public Summary end(Summary summary) {
        database.change(handle -> handle.createUpdate("update plan set persons = ?, planned = ?, superseded = ?, kept = ?, left_open = ? where id = ?")
                .bind(0, summary.persons()).bind(1, summary.planned()).bind(2, summary.superseded()).bind(3, summary.kept()).bind(4, summary.leftOpen())
                .bind(5, summary.id()).execute());
        return summary;
    }

    private static void supersede(Handle handle, List<PersonPlan> decided, long now) {
        PreparedBatch batch = handle.prepareBatch("update change set state = 'SUPERSEDED', ended_at = ? where id = ? and state in ('PLANNED', 'WAITING', 'REFUSED')");
        decided.forEach(one -> one.superseded().forEach(id -> batch.bind(0, now).bind(1, id).add()));
        execute(batch);
    }

    private static void due(Handle handle, List<PersonPlan> decided) {
        PreparedBatch batch = handle.prepareBatch("update change set state = 'PLANNED', waiting_for = null where id = ? and state = 'WAITING' and waiting_for = 'GRACE'");
        decided.forEach(one -> one.due().forEach(id -> batch.bind(0, id).add()));
        execute(batch);
    }

    private static void note(Handle handle, List<PersonPlan> decided) {
        PreparedBatch batch = handle.prepareBatch(
                "update grants set earned_by_json = ?, left_since = ? where person = ? and target = ? and object_id = ? and generation = ? and state = 'LIVE'");
        decided.forEach(one -> one.notes().forEach(note -> batch.bind(0, Json.write(note.earnedBy()))
                .bind(1, note.leftSince().map(java.time.Instant::toEpochMilli).orElse(null)).bind(2, note.key().person()).bind(3, note.key().target())
                .bind(4, note.key().objectId()).bind(5, note.generation()).add()));
        execute(batch);
    }

    /** Where a worker claimed or finished the open change in the meantime, that one stays and the new one waits for the next plan. */
    private static void insert(Handle handle, long plan, List<PersonPlan> decided) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into change (plan, target, object_id, object_name, person, generation, kind, state, waiting_for, due_at, rule, rule_line, reason,
                    evidence_json, desired_json, earned_by_json, remote_id, ours)
                select :plan, :target, :objectId, :objectName, :person, :generation, :kind, :state, :waitingFor, :dueAt, :rule, :ruleLine, :reason,
                    :evidence, :desired, :earnedBy, :remoteId, :ours
                where (:kind in ('UPDATE', 'REVOKE')) = exists (select 1 from grants g
                    where g.person = :person and g.target = :target and g.object_id = :objectId and g.state = 'LIVE')
                on conflict do nothing""");
        decided.forEach(one -> one.planned().forEach(change -> add(batch, plan, change)));
        execute(batch);
    }

    private static void add(PreparedBatch batch, long plan, PlannedChange change) {
        batch.bind("plan", plan).bind("target", change.key().target()).bind("objectId", change.key().objectId()).bind("objectName", change.objectName())
                .bind("person", change.key().person()).bind("generation", change.generation()).bind("kind", change.kind().name())
                .bind("state", change.state().name()).bind("waitingFor", change.waitingFor().map(WaitingFor::name).orElse(null))
                .bind("dueAt", change.dueAt().map(java.time.Instant::toEpochMilli).orElse(null)).bind("rule", change.rule()).bind("ruleLine", change.ruleLine())
                .bind("reason", change.reason().name()).bind("evidence", Json.write(change.evidence())).bind("desired", Json.write(change.desired()))
                .bind("earnedBy", Json.write(change.earnedBy())).bind("remoteId", change.remoteId().orElse(null)).bind("ours", change.ours() ? 1 : 0).add();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
