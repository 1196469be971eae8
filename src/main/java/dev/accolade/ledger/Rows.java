package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import dev.accolade.model.Recast;
import dev.accolade.model.WaitingFor;
import dev.accolade.plan.Grant;
import dev.accolade.plan.OpenChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rows of the ledger as values. */
final class Rows {

    private Rows() {}

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(new GrantKey(row.getString("target"), row.getString("object_id"), row.getLong("person")), row.getInt("generation"),
                row.getString("state").equals("LIVE"), row.getString("remote_id"), row.getInt("ours") != 0, Json.desired(row.getString("shown_json")),
                Json.texts(row.getString("earned_by_json")), time(row, "left_since"), time(row, "ended_at"),
                Optional.ofNullable(row.getString("ended_why")).map(Reason::valueOf), past(row));
    }

    private static Grant.Past past(ResultSet row) throws SQLException {
        return new Grant.Past(time(row, "issued_on"), Optional.ofNullable(row.getString("recast")).map(Recast::valueOf), row.getInt("older_address") != 0, Json.times(row.getString("leaving_json")));
    }

    /** By what a change was earned is asked of dropped ones alone, and a plan reads very many that are not. */
    static OpenChange openChange(ResultSet row) throws SQLException {
        ChangeState state = ChangeState.valueOf(row.getString("state"));
        return new OpenChange(row.getLong("id"), new GrantKey(row.getString("target"), row.getString("object_id"), row.getLong("person")),
                ChangeKind.valueOf(row.getString("kind")), state,
                Optional.ofNullable(row.getString("waiting_for")).map(WaitingFor::valueOf), Json.desired(row.getString("desired_json")),
                Json.texts(row.getString("evidence_json")), row.getInt("attempts") > 0, row.getInt("look_first") != 0,
                state == ChangeState.DROPPED ? Json.texts(row.getString("earned_by_json")) : Map.of());
    }

    static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
