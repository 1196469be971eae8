package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Inspection;
import dev.accolade.model.Desired;
import dev.accolade.plan.Looks;
import dev.accolade.plan.Seen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** One page of a listing beside the grants it shows, with one query for all of them. */
record InspectedPage(Handle handle, Inspection inspection) {

    /** @param sent whether it was made or changed by us, so that we know what it looked like */
    private record Expected(Desired shown, Map<String, String> baseline, boolean ours, boolean sent) {}

    void take(List<Seen> page) {
        Map<String, Expected> grants = grants(page);
        long asExpected = 0;
        try (Batch batch = new Batch(handle, "insert or replace into inspected (inspection, remote_id, recipient, ours, state, made_at, note, differs) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Seen seen : page) {
                Expected expected = grants.get(seen.remoteId());
                Set<String> differs = expected == null || !expected.ours() || !seen.state().isThere() ? Set.of() : differences(expected, seen);
                asExpected += expected != null && differs.isEmpty() && seen.state() == Seen.State.LIVE ? 1 : 0;
                batch.add(inspection.id(), seen.remoteId(), seen.recipient(), seen.ours() ? 1 : 0, seen.state().name(), seen.madeAt().toEpochMilli(),
                        seen.note().orElse(null), String.join(", ", differs));
            }
        }
        baselines(page, grants);
        handle.execute("update inspection set listed = listed + ?, as_expected = as_expected + ?, theirs = theirs + ? where id = ?", page.size(), asExpected,
                page.stream().filter(one -> !one.ours() && one.state() == Seen.State.LIVE).count(), inspection.id());
    }

    /** Ids of those that do not look as the ledger has them; what has ended on both sides does. */
    Set<String> unlike(List<Seen> page) {
        Map<String, Expected> grants = grants(page);
        Set<String> unlike = new TreeSet<>();
        for (Seen seen : page) {
            Expected expected = grants.get(seen.remoteId());
            boolean like = expected == null ? seen.state() != Seen.State.LIVE
                    : seen.state() == Seen.State.LIVE && (!expected.ours() || differences(expected, seen).isEmpty());
            if (!like) {
                unlike.add(seen.remoteId());
            }
        }
        return unlike;
    }

    /** Of what was only adopted, nobody knows how it was to look: it is held against its recipient, and against how it looked first. */
    private Set<String> differences(Expected expected, Seen seen) {
        Map<String, String> looks = Looks.of(expected.shown(), inspection.thing().objectId());
        if (expected.shown() instanceof Desired.Client) {
            return Looks.differences(looks, seen.looks());
        }
        if (!expected.sent()) {
            looks.keySet().retainAll(Set.of(Looks.RECIPIENT));
        }
        looks.remove(Looks.RECIPIENT, "");
        Set<String> differs = new TreeSet<>(Looks.differences(looks, seen.looks()));
        differs.addAll(Looks.differences(expected.baseline(), Looks.digests(seen.looks())));
        return differs;
    }

    private void baselines(List<Seen> page, Map<String, Expected> grants) {
        try (Batch batch = new Batch(handle, "update grants set baseline_json = ? where target = ? and remote_id = ? and state = 'LIVE' and baseline_json is null")) {
            page.stream().filter(seen -> grants.containsKey(seen.remoteId()) && grants.get(seen.remoteId()).baseline().isEmpty() && seen.state() == Seen.State.LIVE).forEach(seen -> {
                Map<String, String> digests = Looks.digests(seen.looks());
                digests.remove(Looks.RECIPIENT);
                batch.add(Json.write(digests), inspection.thing().target(), seen.remoteId());
            });
        }
    }

    private Map<String, Expected> grants(List<Seen> page) {
        Map<String, Expected> grants = new HashMap<>();
        if (!page.isEmpty()) {
            handle.createQuery("""
                    select g.remote_id, g.shown_json, coalesce(g.baseline_json, '{}'), g.ours, g.sent
                    from grants g where g.target = :target and g.object_id = :object and g.state = 'LIVE' and g.remote_id in (<ids>)""")
                    .bind("target", inspection.thing().target()).bind("object", inspection.thing().objectId()).bindList("ids", page.stream().map(Seen::remoteId).toList())
                    .map((row, context) -> grants.put(row.getString(1), new Expected(Json.desired(row.getString(2)), Json.texts(row.getString(3)), row.getInt(4) != 0, row.getInt(5) != 0))).list();
        }
        return grants;
    }
}
