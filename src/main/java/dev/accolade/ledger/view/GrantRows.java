package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the ledger holds of grants and of the objects they are of. */
final class GrantRows {

    private static final int OBJECTS = 1_000;

    private final Handle handle;

    GrantRows(Handle handle) {
        this.handle = handle;
    }

    List<GrantCount> counts() {
        return handle.createQuery("""
                with numbers as (
                    select target, object_id, null as name, iif(state = 'LIVE' and ours = 1, count(*), 0) as ours,
                        iif(state = 'LIVE' and ours = 0, count(*), 0) as theirs, iif(state = 'ENDED', count(*), 0) as ended, 0 as unsure
                    from grants group by target, object_id, state, ours
                    union all
                    select target, object_id, min(object_name), 0, 0, 0, count(*) filter (where state in ('CLAIMED', 'UNKNOWN'))
                    from change where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED') group by target, object_id
                    union all
                    select target, object_id, min(name), 0, 0, 0, 0 from target_object where object_id is not null group by target, object_id)
                select target, object_id, coalesce(min(name), object_id) as name, sum(ours) as ours, sum(theirs) as theirs, sum(ended) as ended, sum(unsure) as unsure
                from numbers group by target, object_id order by target, name, object_id limit ?""").bind(0, OBJECTS)
                .map((row, context) -> new GrantCount(row.getString("target"), row.getString("object_id"), row.getString("name"), row.getLong("ours"),
                        row.getLong("theirs"), row.getLong("ended"), row.getLong("unsure"))).list();
    }

    List<StoppedObject> stopped(int limit) {
        return handle.createQuery("select target, name, problem from target_object where problem is not null order by target, name limit ?").bind(0, limit)
                .map((row, context) -> new StoppedObject(row.getString(1), row.getString(2), Masked.text(row.getString(3)))).list();
    }

    List<Awarded> awardsOfPlan(long plan, int limit) {
        return awarded("c.plan = :plan", query -> query.bind("plan", plan), limit);
    }

    List<Awarded> awardsSince(Instant from, int limit) {
        return awarded("g.since >= :since", query -> query.bind("since", from.toEpochMilli()), limit);
    }

    private List<Awarded> awarded(String which, UnaryOperator<Query> binding, int limit) {
        return binding.apply(handle.createQuery("""
                select c.kind, g.target, c.object_name, g.remote_id, g.person, g.since, coalesce(
                    (select m.username from member m where m.person = g.person order by m.source, m.id limit 1), 'p-' || g.person) as username
                from change c join grants g on g.person = c.person and g.target = c.target and g.object_id = c.object_id and g.generation = c.generation
                where c.kind in ('AWARD', 'ADOPT') and c.state = 'DONE' and g.state = 'LIVE' and\s""" + which
                + " order by g.target, c.object_name, g.person limit :limit")).bind("limit", limit)
                .map((row, context) -> new Awarded(ChangeKind.valueOf(row.getString("kind")), row.getString("target"), row.getString("object_name"),
                        row.getString("remote_id"), row.getLong("person"), Masked.text(row.getString("username")), Instant.ofEpochMilli(row.getLong("since")))).list();
    }
}
