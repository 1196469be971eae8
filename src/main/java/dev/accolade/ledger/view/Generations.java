package dev.accolade.ledger.view;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Json;
import dev.accolade.model.Desired;
import dev.accolade.model.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that somebody has or had. Safe for several threads. */
public final class Generations {

    private final Database database;

    public Generations(Database database) {
        this.database = database;
    }

    /** By target and object, the first generation first. @param persons a person and all that turned out to be the same one */
    public List<Generation> of(Collection<Long> persons) {
        return database.read(handle -> handle.createQuery("""
                select g.*, coalesce((select min(o.name) from target_object o where o.target = g.target and o.object_id = g.object_id),
                    (select c.object_name from change c where c.person = g.person and c.target = g.target and c.object_id = g.object_id order by c.id desc limit 1),
                    g.object_id) as name from grants g where g.person in (<persons>) order by g.target, name, g.since, g.generation""")
                .bindList("persons", List.copyOf(persons)).map((row, context) -> new Generation(row.getString("target"), row.getString("object_id"), row.getString("name"),
                        row.getInt("generation"), row.getLong("person"), row.getString("remote_id"), row.getInt("ours") != 0, Instant.ofEpochMilli(row.getLong("since")),
                        Json.desired(row.getString("shown_json")) instanceof Desired.Badge badge ? badge.expires() : Optional.empty(),
                        Columns.time(row, "ended_at"), Optional.ofNullable(row.getString("ended_why")).map(Reason::valueOf), Columns.time(row, "left_since"), Json.times(row.getString("leaving_json")))).list());
    }
}
