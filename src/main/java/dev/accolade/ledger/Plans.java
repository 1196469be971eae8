package dev.accolade.ledger;

import dev.accolade.model.WaitingFor;
import dev.accolade.plan.PersonPlan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
        if (decided.stream().allMatch(PersonPlan::isEmpty)) {
            return;
        }
        long now = clock.millis();
        database.change(handle -> {
            supersede(handle, decided, now);
            due(handle, decided);
            note(handle, decided);
            Marks.write(handle, plan, decided, now);
            insert(handle, plan, decided);
            Marks.expired(handle, plan, decided, now);
        });
    }

    public Summary end(Summary summary) {
        database.change(handle -> {
            Barriers.hold(handle);
            handle.createUpdate("update plan set persons = ?, planned = ?, superseded = ?, kept = ?, left_open = ? where id = ?")
                    .bind(0, summary.persons()).bind(1, summary.planned()).bind(2, summary.superseded()).bind(3, summary.kept()).bind(4, summary.leftOpen())
                    .bind(5, summary.id()).execute();
        });
        return summary;
    }

    private static void supersede(Handle handle, List<PersonPlan> decided, long now) {
        try (Batch batch = new Batch(handle, "update change set state = 'SUPERSEDED', ended_at = ? where id = ? and state in ('PLANNED', 'WAITING', 'REFUSED', 'DROPPED')")) {
            decided.forEach(one -> one.superseded().forEach(id -> batch.add(now, id)));
        }
    }

    private static void due(Handle handle, List<PersonPlan> decided) {
        try (Batch batch = new Batch(handle, "update change set state = 'PLANNED', waiting_for = null where id = ? and state = 'WAITING' and waiting_for = 'GRACE'")) {
            decided.forEach(one -> one.due().forEach(batch::add));
        }
    }

    private static void note(Handle handle, List<PersonPlan> decided) {
        try (Batch batch = new Batch(handle,
                "update grants set earned_by_json = ?, left_since = ?, leaving_json = ? where person = ? and target = ? and object_id = ? and generation = ? and (state = 'LIVE' or ended_why = 'EXPIRED')")) {
            decided.forEach(one -> one.notes().forEach(note -> batch.add(Json.write(note.earnedBy()), millis(note.leftSince()), Json.writeTimes(note.leaving()), note.key().person(), note.key().target(),
                    note.key().objectId(), note.generation())));
        }
    }

    /** What was dropped before anybody had looked whether it had an effect is looked at now. Where a worker claimed or finished the open change in the meantime, that one stays and the new one waits for the next plan. */
    private static void insert(Handle handle, long plan, List<PersonPlan> decided) {
        try (Batch batch = new Batch(handle, """
                insert into change (plan, target, object_id, object_name, person, generation, kind, state, waiting_for, due_at, rule, rule_line, reason,
                    evidence_json, desired_json, earned_by_json, remote_id, ours, look_first)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, exists (select 1 from change d
                    where d.person = ? and d.target = ? and d.object_id = ? and d.state = 'SUPERSEDED' and d.look_first = 1)
                where (? in ('UPDATE', 'REVOKE', 'RENEW', 'EXPIRE')) = exists (select 1 from grants g
                    where g.person = ? and g.target = ? and g.object_id = ? and g.state = 'LIVE')
                on conflict do nothing""")) {
            decided.forEach(one -> one.planned().forEach(change -> batch.add(plan, change.key().target(), change.key().objectId(), change.objectName(),
                    change.key().person(), change.generation(), change.kind().name(), change.state().name(), change.waitingFor().map(WaitingFor::name).orElse(null),
                    millis(change.dueAt()), change.rule(), change.ruleLine(), change.reason().name(), Json.write(change.evidence()), Json.write(change.desired()),
                    Json.write(change.earnedBy()), change.remoteId().orElse(null), change.ours() ? 1 : 0,
                    change.key().person(), change.key().target(), change.key().objectId(), change.kind().name(), change.key().person(), change.key().target(), change.key().objectId())));
        }
    }

    private static Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }
}
