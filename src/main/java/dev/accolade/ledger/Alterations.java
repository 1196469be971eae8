package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.model.Desired;
import dev.accolade.model.DriftKind;
import dev.accolade.plan.Looks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What of ours looks otherwise on the target than it was left there. */
record Alterations(Handle handle, long now, Inspection inspection) {

    private static final int SOME = 1_000;

    /** @return the last of those looked at, to go on from; empty when there are no more */
    String after(String last) {
        List<Drifts.Found> found = handle.createQuery("""
                select i.remote_id, i.differs, g.person, g.generation, g.shown_json, g.sent
                from inspected i cross join grants g on g.target = :target and g.remote_id = i.remote_id and g.object_id = :object and g.state = 'LIVE' and g.person > 0
                where i.inspection = :id and i.differs <> '' and i.remote_id > :last and""" + Losses.NOT_BUSY + " order by i.remote_id limit :some")
                .bind("target", inspection.thing().target()).bind("object", inspection.thing().objectId()).bind("id", inspection.id()).bind("last", last).bind("some", SOME)
                .map((row, context) -> found(row)).list();
        Drifts.add(handle, now, inspection.thing(), inspection.actor(), found);
        return found.size() < SOME ? "" : found.get(found.size() - 1).remoteId();
    }

    /** A client's key cannot be changed back, and of an adopted badge nobody knows what it said. */
    private Drifts.Found found(ResultSet row) throws SQLException {
        String differs = row.getString("differs");
        boolean known = Json.desired(row.getString("shown_json")) instanceof Desired.Client ? !differs.equals(Looks.KEY) : row.getInt("sent") != 0;
        return new Drifts.Found(row.getString("remote_id"), DriftKind.ALTERED, Optional.of(row.getLong("person")), row.getInt("generation"), true, known,
                Map.of("differs", differs));
    }

    /** What was altered and looks right again. */
    static void settle(Handle handle, long now, Inspection inspection) {
        Thing thing = inspection.thing();
        Drifts.settle(handle, now, inspection.actor(), "GONE", """
                target = :target and object_id = :object and kind = 'ALTERED' and exists (select 1 from inspected i where i.inspection = :id
                    and i.remote_id = drift.remote_id and (i.differs = '' or i.state in ('REVOKED', 'EXPIRED')))""",
                Map.of("target", thing.target(), "object", thing.objectId(), "id", inspection.id()));
    }
}
