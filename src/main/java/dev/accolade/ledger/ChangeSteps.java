package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Steps of changes for the history, read from the changes as they stand after the step. */
final class ChangeSteps {

    private ChangeSteps() {}

    /** Caused by whatever caused the plan, or by whoever approved it. */
    static void add(Handle handle, long now, StepKind kind, Collection<Long> changes) {
        add(handle, now, kind, changes, Optional.empty(), Map.of());
    }

    /**
     * @param actor empty for whatever caused the plan, or whoever approved the change
     * @param more  goes into the payload
     */
    static void add(Handle handle, long now, StepKind kind, Collection<Long> changes, Optional<String> actor, Map<String, String> more) {
        if (changes.isEmpty()) {
            return;
        }
        List<Step> steps = handle.createQuery("""
                select c.*, coalesce(a.by_name || ' by approve', p.cause, 'plan ' || c.plan) as actor from change c left join plan p on p.id = c.plan
                left join approval a on a.change_id = c.id and a.used_at is not null where c.id in (<ids>) order by c.id""").bindList("ids", List.copyOf(changes))
                .map((row, context) -> step(row, kind, actor, more)).list();
        Chronicle.add(handle, now, steps);
    }

    private static Step step(ResultSet row, StepKind kind, Optional<String> actor, Map<String, String> more) throws SQLException {
        Map<String, String> payload = kind == StepKind.CLAIMED ? new TreeMap<>() : account(row);
        payload.put("attempt", row.getString("attempts"));
        payload.putAll(more);
        return new Step(kind, actor.orElse(row.getString("actor")), new Step.Subject(row.getString("target"), row.getString("object_id"),
                row.getString("object_name"), row.getLong("person"), row.getInt("generation"), row.getLong("id"), row.getString("kind")),
                kind == StepKind.SETTLED ? Optional.ofNullable(row.getString("outcome")) : Optional.empty(), payload);
    }

    /** Everything that says why, and to whom. */
    private static Map<String, String> account(ResultSet row) throws SQLException {
        Map<String, String> account = new TreeMap<>();
        Json.texts(row.getString("evidence_json")).forEach((name, value) -> account.put("evidence." + name, value));
        account.put("reason", row.getString("reason"));
        account.put("rule", row.getString("rule") + ":" + row.getInt("rule_line"));
        Json.desired(row.getString("desired_json")).addressee().ifPresent(who -> account.put("recipient", who));
        Optional.ofNullable(row.getString("remote_id")).ifPresent(id -> account.put("remoteId", id));
        Optional.ofNullable(row.getString("message")).ifPresent(message -> account.put("message", message));
        return account;
    }
}
