package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.ledger.Inspections.Thing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The end of a listing: what is live there is known from now on, and what was found before and is so no longer is settled. */
record Listed(Handle handle, long now, Inspection inspection) {

    /** After a whole listing. */
    void keep() {
        Thing thing = inspection.thing();
        Alterations.settle(handle, now, inspection);
        Drifts.settle(handle, now, inspection.actor(), "GONE", """
                target = :target and object_id = :object and kind in ('DUPLICATE', 'ORPHAN') and not exists (select 1 from inspected i
                    where i.inspection = :id and i.remote_id = drift.remote_id and i.state = 'LIVE')""",
                Map.of("target", thing.target(), "object", thing.objectId(), "id", inspection.id()));
        handle.execute("delete from holding where target = ? and object_id = ?", thing.target(), thing.objectId());
        hold();
        handle.execute("update target_object set looked_at = ? where target = ? and object_id = ?", inspection.beganAt().toEpochMilli(), thing.target(), thing.objectId());
        end();
    }

    /** After a look at one thing alone; only what it tells of that is settled or known. @return the persons it concerns */
    Set<Long> keepAlone() {
        Alterations.settle(handle, now, inspection);
        Set<Long> persons = new HashSet<>(handle.createQuery("""
                select g.person from inspected i cross join grants g on g.target = :target and g.remote_id = i.remote_id where i.inspection = :id and g.person > 0
                union select m.person from inspected i join member m on m.email = i.recipient where i.inspection = :id and i.recipient <> '' and m.person is not null""")
                .bind("target", inspection.thing().target()).bind("id", inspection.id()).mapTo(Long.class).list());
        hold();
        end();
        handle.execute("delete from inspection where id = ?", inspection.id());
        return persons;
    }

    private void hold() {
        handle.execute("""
                insert or replace into holding (target, object_id, recipient, remote_id, ours, seen_at, made_at)
                select ?, ?, recipient, remote_id, ours, ?, made_at from inspected where inspection = ? and state = 'LIVE'""", inspection.thing().target(),
                inspection.thing().objectId(), inspection.beganAt().toEpochMilli(), inspection.id());
    }

    private void end() {
        handle.execute("delete from inspected where inspection = ?", inspection.id());
        handle.execute("update inspection set state = 'COMPLETE', ended_at = ? where id = ?", now, inspection.id());
    }
}
