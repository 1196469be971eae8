package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.ledger.Inspections.Missing;
import dev.accolade.model.DriftKind;
import dev.accolade.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Grants that have ended on their target by somebody else's doing: the ledger says so too, and what was found is kept. */
record Losses(Handle handle, long now, Inspection inspection) {

    private static final int SOME = 1_000;

    /** Of a grant g: nobody is at a change of it. */
    static final String NOT_BUSY = " " + """
             not exists (select 1 from change b where b.person = g.person and b.target = g.target and b.object_id = g.object_id
                and b.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED') and (b.state in ('CLAIMED', 'UNKNOWN') or b.look_first = 1 and b.state in ('PLANNED', 'WAITING', 'REFUSED')))""";

    /** @return whether there were any */
    boolean some() {
        List<Drifts.Found> found = handle.createQuery("""
                select g.remote_id, g.person, g.generation, g.ours, i.state, i.note from inspected i
                cross join grants g on g.target = :target and g.remote_id = i.remote_id and g.object_id = :object and g.state = 'LIVE' and g.person > 0
                where i.inspection = :id and (i.state = 'REVOKED' or i.state = 'EXPIRED'
                        and coalesce(unixepoch(json_extract(g.shown_json, '$.expires')) * 1000 > :now, 1)) and""" + NOT_BUSY + " limit :some")
                .bind("target", inspection.thing().target()).bind("object", inspection.thing().objectId()).bind("id", inspection.id()).bind("now", now).bind("some", SOME)
                .map((row, context) -> new Drifts.Found(row.getString(1), DriftKind.valueOf(row.getString(5)), Optional.of(row.getLong(2)), row.getInt(3), row.getInt(4) != 0, true,
                        facts(row.getString(6)))).list();
        found.forEach(this::end);
        Drifts.add(handle, now, inspection.thing(), inspection.actor(), found);
        return !found.isEmpty();
    }

    void deleted(Missing missing) {
        boolean ours = handle.createQuery("select ours from grants where target = ? and remote_id = ? and state = 'LIVE'").bind(0, inspection.thing().target())
                .bind(1, missing.remoteId()).mapTo(Integer.class).findOne().filter(one -> one != 0).isPresent();
        Drifts.Found found = new Drifts.Found(missing.remoteId(), DriftKind.DELETED, Optional.of(missing.person()), missing.generation(), ours, true, Map.of());
        if (end(found)) {
            Drifts.add(handle, now, inspection.thing(), inspection.actor(), List.of(found));
        }
    }

    private boolean end(Drifts.Found found) {
        return handle.execute("""
                update grants set state = 'ENDED', ended_at = ?, ended_why = ? where person = ? and target = ? and object_id = ? and generation = ? and remote_id = ? and state = 'LIVE'""",
                now, found.kind() == DriftKind.REVOKED ? Reason.REVOKED_ELSEWHERE.name() : Reason.DRIFTED.name(), found.person().orElseThrow(), inspection.thing().target(), inspection.thing().objectId(), found.generation(), found.remoteId()) == 1;
    }

    private static Map<String, String> facts(String note) {
        return note == null || note.isBlank() ? Map.of() : Map.of("said", note.length() > 200 ? note.substring(0, 200) : note);
    }
}
