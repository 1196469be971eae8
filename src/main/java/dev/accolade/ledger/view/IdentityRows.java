package dev.accolade.ledger.view;

import dev.accolade.ledger.Json;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What the ledger holds of persons joined, split and readdressed. */
final class IdentityRows {

    private static final String NAMES = """
            coalesce((select min(t.name) from target_object t where t.target = g.target and t.object_id = g.object_id), g.object_id) as name,
                coalesce((select m.username from member m where m.person = %1$s order by m.source, m.id limit 1), 'p-' || %1$s) as username
            """;

    private final Handle handle;

    IdentityRows(Handle handle) {
        this.handle = handle;
    }

    Identity read(int limit) {
        return new Identity(twice(limit), older(limit), split(limit));
    }

    private List<Identity.Twice> twice(int limit) {
        return handle.createQuery("select g.target, p.merged_into as person, k.remote_id, g.remote_id as also, p.merged_at, " + NAMES.formatted("p.merged_into") + """
                from person p indexed by person_merged cross join grants g on g.person = p.id and g.state = 'LIVE'
                join grants k on k.person = p.merged_into and k.target = g.target and k.object_id = g.object_id and k.state = 'LIVE'
                where p.merged_into is not null order by g.target, name, person limit ?""").bind(0, limit)
                .map((row, context) -> new Identity.Twice(row.getString("target"), row.getString("name"), row.getLong("person"), Masked.text(row.getString("username")),
                        row.getString("remote_id"), row.getString("also"), Instant.ofEpochMilli(row.getLong("merged_at")))).list();
    }

    private List<Identity.OlderAddress> older(int limit) {
        return handle.createQuery("select g.target, g.person, g.remote_id, g.shown_json, g.ours, " + NAMES.formatted("g.person") + """
                from grants g indexed by grants_unclear where g.state = 'LIVE' and (g.recast is not null or g.older_address = 1) and g.older_address = 1
                order by g.target, name, g.person limit ?""").bind(0, limit)
                .map((row, context) -> new Identity.OlderAddress(row.getString("target"), row.getString("name"), row.getLong("person"), Masked.text(row.getString("username")),
                        row.getString("remote_id"), Json.desired(row.getString("shown_json")).addressee().map(Masked::text).orElse(""), row.getInt("ours") != 0)).list();
    }

    private List<Identity.Split> split(int limit) {
        return handle.createQuery("""
                select * from (select p.id, p.split_from, p.split_at, (select count(*) from grants g where g.person in (p.id, p.split_from) and g.state = 'LIVE' and g.recast = 'SPLIT') as others
                    from person p indexed by person_split where p.split_from is not null) where others > 0 order by split_at, id limit ?""").bind(0, limit)
                .map((row, context) -> new Identity.Split(row.getLong(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3)), row.getLong(4))).list();
    }
}
