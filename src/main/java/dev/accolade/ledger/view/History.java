package dev.accolade.ledger.view;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Json;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.StepKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** What happened, read from the ledger. Safe for several threads. */
public final class History {

    private final Database database;

    public History(Database database) {
        this.database = database;
    }

    /**
     * The last steps, oldest first.
     *
     * @param persons only of these; empty for all
     * @param target  only of this one; empty for all
     * @param limit   how many at most
     */
    public List<ShownStep> last(Collection<Long> persons, Optional<String> target, int limit) {
        String which = (persons.isEmpty() ? "" : " and person in (<persons>)") + (target.isEmpty() ? "" : " and target = :target");
        return database.read(handle -> {
            Query query = handle.createQuery("select * from history where true" + which + " order by id desc limit :limit").bind("limit", limit);
            target.ifPresent(name -> query.bind("target", name));
            if (!persons.isEmpty()) {
                query.bindList("persons", List.copyOf(persons));
            }
            List<ShownStep> steps = new ArrayList<>(query.map((row, context) -> step(row)).list());
            Collections.reverse(steps);
            return steps;
        });
    }

    /**
     * Follows the whole chain.
     *
     * @param head a digest that was the last one at an earlier time, in hexadecimal: it must be among those found, or rows after it and with it
     *             were cut off; empty for none
     */
    public Verified verify(Optional<String> head) {
        return new Verification(database).run(head);
    }

    private static ShownStep step(ResultSet row) throws SQLException {
        long person = row.getLong("person");
        Optional<Long> who = row.wasNull() ? Optional.empty() : Optional.of(person);
        int generation = row.getInt("generation");
        Optional<Integer> which = row.wasNull() ? Optional.empty() : Optional.of(generation);
        long change = row.getLong("change_id");
        Optional<Long> of = row.wasNull() ? Optional.empty() : Optional.of(change);
        return new ShownStep(row.getLong("id"), Instant.ofEpochMilli(row.getLong("at")), StepKind.valueOf(row.getString("kind")), Masked.text(row.getString("actor")),
                Columns.text(row, "target"), Columns.text(row, "object_id"), Columns.text(row, "object_name"), who, which, of,
                Columns.text(row, "change_kind").map(ChangeKind::valueOf), Columns.text(row, "outcome"),
                Optional.ofNullable(row.getString("payload")).map(Json::texts).map(Masked::texts));
    }
}
