package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What targets would refuse, and which could not be asked. */
final class BarrierRows {

    private static final String CONCERNED = " from change c where c.target = b.target and c.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')"
            + " and b.object_id in ('', c.object_id) and b.kind in ('', c.kind))";

    private final Handle handle;

    BarrierRows(Handle handle) {
        this.handle = handle;
    }

    List<Barred> all(int limit) {
        return handle.createQuery("select b.*, (select count(*)" + CONCERNED + " as changes, iif(b.object_id = '', null, coalesce((select min(c.object_name)" + CONCERNED
                + ", b.object_id)) as name from barrier b order by b.target, b.object_id, b.kind limit :limit").bind("limit", limit)
                .map((row, context) -> new Barred(row.getString("target"), Columns.text(row, "name"), Columns.text(row, "kind").map(ChangeKind::valueOf),
                        Masked.text(row.getString("problem")), Instant.ofEpochMilli(row.getLong("since")), row.getLong("changes"))).list();
    }

    Map<String, String> unanswered() {
        return handle.createQuery("select target, failure from preflight where failure is not null order by target")
                .map((row, context) -> Map.entry(row.getString(1), Masked.text(row.getString(2)))).list()
                .stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, TreeMap::new));
    }
}
