package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.model.Desired;
import dev.accolade.model.DriftKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is on the targets and stands for no live grant: duplicates and orphans, and how they are taken away. */
public final class Unaccounted {

    private static final String NOBODY = Json.write(new Desired.Badge(Optional.empty(), Optional.empty(), List.of()));

    /**
     * One of them.
     *
     * @param person      whose it seems to be; empty where nobody is known
     * @param sibling     of the same person on the same object: what stands for the live grant, or what would be adopted; empty when there is none
     * @param siblingOurs whether we made that
     * @param siblingHeld whether it stands for a live grant
     * @param heldBefore  whether a grant of this ledger stood for it once
     */
    public record Stray(String remoteId, boolean ours, Optional<Long> person, Optional<String> sibling, boolean siblingOurs, boolean siblingHeld, boolean heldBefore) {}

    /** @param curable whether it is surely ours to take away */
    public record Judged(Stray stray, DriftKind kind, boolean curable) {}

    /** One that was found, and may be taken away. */
    public record Removable(long drift, Thing thing, String remoteId, DriftKind kind, Instant foundAt, boolean asked) {}

    private final Database database;
    private final Clock clock;

    public Unaccounted(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Badge classes and stores that were listed whole since they were last gone through for strays. */
    public List<Thing> due() {
        return database.read(handle -> handle.createQuery("""
                select target, object_id, min(name) from target_object where object_id is not null and looked_at > coalesce(strays_at, 0)
                group by target, object_id""").map((row, context) -> new Thing(row.getString(1), row.getString(2), row.getString(3))).list());
    }

    /**
     * The next of them by id; what a plan is about to adopt is none. Each is looked up by indexes; the plus before a recipient lets it be compared
     * with an index of what JSON holds, which has no type.
     */
    public List<Stray> after(Thing thing, String last, int limit) {
        return database.read(handle -> handle.createQuery("""
                with loose as materialized (select h.remote_id, h.recipient, h.ours, (select min(m.person) from member m where m.email = h.recipient) as mailbox from holding h
                    where h.target = :target and h.object_id = :object and h.remote_id > :last
                    and not exists (select 1 from grants g where g.target = :target and g.remote_id = h.remote_id and (g.state = 'LIVE' or g.ended_at >= h.seen_at))
                    and not exists (select 1 from change c where c.target = :target and c.object_id = :object and c.kind = 'ADOPT' and c.remote_id = h.remote_id
                        and c.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED'))
                    order by h.remote_id limit :limit)
                select l.remote_id, l.ours, l.mailbox, coalesce(a.person, b.person, k.person) as person, coalesce(a.remote_id, b.remote_id, k.remote_id) as held,
                    coalesce(a.ours, b.ours, k.ours) as held_ours,
                    (select o.remote_id || ' ' || o.ours from holding o where o.target = :target and o.object_id = :object and o.recipient = l.recipient and l.recipient <> ''
                        and (o.ours > l.ours or o.ours = l.ours and o.remote_id < l.remote_id)
                        and not exists (select 1 from grants g where g.target = :target and g.remote_id = o.remote_id and (g.state = 'LIVE' or g.ended_at >= o.seen_at))
                        order by o.ours desc, o.remote_id limit 1) as other,
                    (select max(g.person) from grants g where g.target = :target and g.remote_id = l.remote_id and g.person > 0) as before
                from loose l left join grants a on a.person = l.mailbox and a.target = :target and a.object_id = :object and a.state = 'LIVE'
                left join grants b on json_extract(b.shown_json, '$.recipient') = +l.recipient and l.recipient <> '' and b.target = :target and b.object_id = :object and b.state = 'LIVE' and b.person > 0
                left join grants k on json_extract(k.shown_json, '$.key') = +l.recipient and l.recipient <> '' and k.target = :target and k.object_id = :object and k.state = 'LIVE' and k.person > 0
                group by l.remote_id order by l.remote_id""")
                .bind("target", thing.target()).bind("object", thing.objectId()).bind("last", last).bind("limit", limit).map((row, context) -> stray(row)).list());
    }

    private static Stray stray(ResultSet row) throws SQLException {
        Optional<String> held = Optional.ofNullable(row.getString("held"));
        Optional<String[]> other = Optional.ofNullable(row.getString("other")).map(text -> text.split(" "));
        Optional<Long> person = number(row, "person").or(() -> unchecked(row, "mailbox")).or(() -> unchecked(row, "before"));
        return new Stray(row.getString("remote_id"), row.getInt("ours") != 0, person, held.or(() -> other.map(pair -> pair[0])),
                held.isPresent() ? row.getInt("held_ours") != 0 : other.filter(pair -> pair[1].equals("1")).isPresent(), held.isPresent(), number(row, "before").isPresent());
    }

    private static Optional<Long> unchecked(ResultSet row, String column) {
        try {
            return number(row, column);
        } catch (SQLException unreadable) {
            throw new LedgerException("The ledger could not be read (" + unreadable.getMessage() + "). Nothing was changed.", unreadable);
        }
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    /** Keeps some of them. */
    public void found(Thing thing, String actor, List<Judged> judged) {
        database.change(handle -> Drifts.add(handle, clock.millis(), thing, actor, judged.stream()
                .map(one -> new Drifts.Found(one.stray().remoteId(), one.kind(), one.stray().person(), 0, one.stray().ours(), one.curable(), facts(one))).toList()));
    }

    private static Map<String, String> facts(Judged one) {
        Stray stray = one.stray();
        return one.kind() != DriftKind.DUPLICATE ? Map.of() : Map.of("beside", stray.sibling().orElse(""),
                "made", (stray.ours() ? "by us" : "by somebody else") + ", the other " + (stray.siblingOurs() ? "by us" : "by somebody else"));
    }

    /** All strays of this object were gone through since that time; what was not found again is none any more. */
    public void sorted(Thing thing, String actor, Instant began) {
        database.change(handle -> {
            Drifts.settle(handle, clock.millis(), actor, "GONE", """
                    target = :target and object_id = :object and kind in ('DUPLICATE', 'ORPHAN') and change_id is null and seen_at < :began""",
                    Map.of("target", thing.target(), "object", thing.objectId(), "began", began.toEpochMilli()));
            handle.execute("update target_object set strays_at = looked_at where target = ? and object_id = ?", thing.target(), thing.objectId());
        });
    }

    /** What may be taken away and is not about to be yet. */
    public List<Removable> removable() {
        return database.read(handle -> handle.createQuery("""
                select id, target, object_id, object_name, remote_id, kind, found_at, heal_by is not null from drift
                where state = 'OPEN' and kind in ('DUPLICATE', 'ORPHAN') and ours = 1 and curable = 1 and change_id is null order by id""")
                .map((row, context) -> new Removable(row.getLong(1), new Thing(row.getString(2), row.getString(3), row.getString(4)), row.getString(5),
                        DriftKind.valueOf(row.getString(6)), Instant.ofEpochMilli(row.getLong(7)), row.getInt(8) != 0)).list());
    }

    /**
     * Enters some of them as what they are, ours and nobody's grant, and plans to take them away, as a plan of its own. Of a duplicate the younger goes.
     *
     * @param rule by object: what the plan says of it
     */
    public void remove(List<Removable> strays, Map<Thing, String[]> rule) {
        if (!strays.isEmpty()) {
            database.change(handle -> {
                long plan = handle.createUpdate("insert into plan (made_at, cause, persons, planned, superseded, kept, left_open) values (?, 'verify', 0, ?, 0, 0, 0)")
                        .bind(0, clock.millis()).bind(1, strays.size()).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
                strays.forEach(stray -> new StrayRemoval(handle, clock.millis(), plan, NOBODY).of(stray, rule.get(stray.thing())));
            });
        }
    }
}
