package dev.accolade.ledger.view;

import dev.accolade.ledger.Json;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Outcome;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What the ledger holds of plans and unfinished changes. */
final class ChangeRows {

    /** Word for word as the partial index has it, or the index is not used. */
    private static final String OPEN = "state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')";
    private static final String TROUBLED = OPEN + " and (state in ('REFUSED', 'UNKNOWN') or state = 'PLANNED' and attempts > 0)";
    private static final String BARRIER = "(select b.problem from barrier b where b.target = c.target and b.object_id in ('', c.object_id) and b.kind in ('', c.kind) limit 1)";
    private static final int GROUPS = 1_000;

    private final Handle handle;

    ChangeRows(Handle handle) {
        this.handle = handle;
    }

    Optional<LastPlan> lastPlan() {
        return handle.createQuery("select id, made_at, cause, persons, planned, superseded, kept, left_open from plan order by id desc limit 1")
                .map((row, context) -> new LastPlan(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6),
                        row.getLong(7), row.getLong(8))).findOne();
    }

    List<ShownChange> open(int limit, int offset) {
        return shown("select id from change where " + OPEN + " order by id limit :limit offset :offset", "c.id", limit, offset);
    }

    List<ShownChange> of(Collection<Long> persons) {
        String ids = persons.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return shown("select id from change where person in (" + ids + ") and state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED')"
                + " limit :limit offset :offset", "c.id", GROUPS, 0);
    }

    List<ShownChange> troubled(int limit) {
        return shown("select id from change where " + TROUBLED + " order by state <> 'REFUSED', id limit :limit offset :offset", "c.state <> 'REFUSED', c.id", limit, 0);
    }

    List<ShownChange> dropped(int limit) {
        return shown("select id from change where state = 'DROPPED' order by id limit :limit offset :offset", "c.id", limit, 0);
    }

    long troubled() {
        return count(TROUBLED);
    }

    long refused() {
        return count(OPEN + " and state = 'REFUSED'");
    }

    private long count(String which) {
        return handle.createQuery("select count(*) from change where " + which).mapTo(Long.class).one();
    }

    List<ChangeCount> counts() {
        return handle.createQuery("select target, object_name, kind, state, waiting_for, sum(number) as number from ("
                + "select target, object_name, kind, state, waiting_for, count(*) as number from change where " + OPEN
                + " group by target, object_id, object_name, kind, state, waiting_for) group by target, object_name, kind, state, waiting_for order by target, object_name, kind, state, waiting_for limit :limit").bind("limit", GROUPS)
                .map((row, context) -> new ChangeCount(row.getString("target"), row.getString("object_name"), ChangeKind.valueOf(row.getString("kind")),
                        ChangeState.valueOf(row.getString("state")), waitingFor(row), row.getLong("number"))).list();
    }

    private List<ShownChange> shown(String ids, String order, int limit, int offset) {
        return handle.createQuery("select c.*, a.expires_at, " + BARRIER + " as barrier from change c left join approval a on a.change_id = c.id and a.used_at is null and a.expires_at > unixepoch() * 1000 where c.id in (" + ids
                + ") order by " + order).bind("limit", limit).bind("offset", offset).map((row, context) -> shown(row)).list();
    }

    private static ShownChange shown(ResultSet row) throws SQLException {
        Map<String, String> evidence = Masked.texts(Json.texts(row.getString("evidence_json")));
        long person = row.getLong("person");
        return new ShownChange(row.getLong("id"), row.getLong("plan"), ChangeKind.valueOf(row.getString("kind")), ChangeState.valueOf(row.getString("state")),
                waitingFor(row), Columns.time(row, "due_at"), row.getString("target"), row.getString("object_name"), person,
                evidence.getOrDefault("username", Person.label(person)), Json.desired(row.getString("desired_json")).addressee().map(Masked::text),
                Reason.valueOf(row.getString("reason")), row.getString("rule"), row.getInt("rule_line"), evidence, row.getInt("attempts"),
                Columns.time(row, "not_before"), Columns.text(row, "outcome").map(Outcome::valueOf), Columns.text(row, "message"), Columns.text(row, "held_by"), Columns.time(row, "expires_at"),
                Columns.text(row, "barrier"));
    }

    private static Optional<WaitingFor> waitingFor(ResultSet row) throws SQLException {
        return Columns.text(row, "waiting_for").map(WaitingFor::valueOf);
    }
}
