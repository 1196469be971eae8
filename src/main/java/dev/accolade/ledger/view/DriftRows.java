package dev.accolade.ledger.view;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Json;
import dev.accolade.model.DriftKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is known of how the targets differ from the ledger. Every list is bounded. Safe for several threads. */
public final class DriftRows {

    private static final int OBJECTS = 1_000;

    private static final String SHOWN = """
            select d.*, coalesce((select m.username from member m where m.person = d.person order by m.source, m.id limit 1), '') as username,
                c.id as of_change, c.kind as change_kind, c.state as change_state, c.waiting_for
            from drift d left join change c on c.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED') and c.target = d.target and c.object_id = d.object_id
                and c.person = case when d.kind in ('DUPLICATE', 'ORPHAN') then -d.id else d.person end\s""";

    private final Database database;

    public DriftRows(Database database) {
        this.database = database;
    }

    /** What is open or accepted on these targets, by object; the rest is counted only. */
    public List<ShownDrift> unsettled(Collection<String> targets, int limit) {
        return targets.isEmpty() ? List.of() : database.read(handle -> handle.createQuery(SHOWN
                + "where d.state <> 'SETTLED' and d.target in (<targets>) order by d.target, d.object_name, d.kind, d.id limit :limit").bindList("targets", List.copyOf(targets))
                .bind("limit", limit).map((row, context) -> shown(row)).list());
    }

    /** What is open on any target, the oldest first. */
    public List<ShownDrift> open(int limit) {
        return database.read(handle -> handle.createQuery(SHOWN + "where d.state = 'OPEN' order by d.id limit :limit").bind("limit", limit).map((row, context) -> shown(row)).list());
    }

    /** Those of these that are settled now. */
    public List<ShownDrift> settled(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : database.read(handle -> handle.createQuery(SHOWN + "where d.state = 'SETTLED' and d.id in (<ids>) order by d.target, d.object_name, d.kind, d.id")
                .bindList("ids", List.copyOf(ids)).map((row, context) -> shown(row)).list());
    }

    /** The finding by which an operator wants one of these persons to stay without what somebody else took away; empty when there is none. */
    public Optional<Long> accepted(Collection<Long> persons, String target, String objectName) {
        return persons.isEmpty() ? Optional.empty() : database.read(handle -> handle.createQuery("select id from drift where state = 'ACCEPTED' and kind in ('DELETED', 'REVOKED', 'EXPIRED')"
                + " and target = :target and object_name = :name and person in (<persons>) order by id desc limit 1").bind("target", target).bind("name", objectName)
                .bindList("persons", List.copyOf(persons)).mapTo(Long.class).findOne());
    }

    /** How many differences wait for nobody's yes to be so. */
    public long open() {
        return database.read(handle -> handle.createQuery("select count(*) from drift where state = 'OPEN'").mapTo(Long.class).one());
    }

    public long open(Collection<String> targets) {
        return targets.isEmpty() ? 0 : database.read(handle -> handle.createQuery("select count(*) from drift where state = 'OPEN' and target in (<targets>)")
                .bindList("targets", List.copyOf(targets)).mapTo(Long.class).one());
    }

    /** The last listing of each object of these targets that has ended. */
    public List<Inspected> inspected(Collection<String> targets) {
        return targets.isEmpty() ? List.of() : database.read(handle -> handle.createQuery("""
                select * from inspection where id in (select max(id) from inspection where state <> 'LOOKING' and target in (<targets>) group by target, object_id)
                order by target, object_name limit :limit""").bindList("targets", List.copyOf(targets)).bind("limit", OBJECTS)
                .map((row, context) -> new Inspected(row.getString("target"), row.getString("object_id"), row.getString("object_name"), Instant.ofEpochMilli(row.getLong("began_at")),
                        row.getLong("listed"), row.getLong("as_expected"), row.getLong("theirs"), row.getLong("unsure"), Optional.ofNullable(row.getString("failure")))).list());
    }

    /** By object: what is there and how it sorts. */
    public List<OnTarget> onTargets() {
        return database.read(handle -> handle.createQuery("""
                with numbers as (
                    select h.target, h.object_id, h.ours as ours, 1 - h.ours as theirs,
                        not exists (select 1 from grants g where g.target = h.target and g.remote_id = h.remote_id and (g.state = 'LIVE' or g.ended_at >= h.seen_at))
                            and (h.ours = 1 or exists (select 1 from change c where c.target = h.target and c.object_id = h.object_id and c.kind = 'ADOPT' and c.remote_id = h.remote_id
                                and c.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED'))) as loose,
                        0 as duplicates, 0 as orphans, 0 as others from holding h
                    union all
                    select target, object_id, 0, 0, 0, kind = 'DUPLICATE', kind = 'ORPHAN', kind not in ('DUPLICATE', 'ORPHAN') from drift where state = 'OPEN')
                select n.target, n.object_id, (select min(o.name) from target_object o where o.target = n.target and o.object_id = n.object_id) as name, sum(ours), sum(theirs), sum(loose),
                    sum(duplicates), sum(orphans), sum(others) from numbers n group by n.target, n.object_id order by 1, 3 limit ?""").bind(0, OBJECTS)
                .map((row, context) -> new OnTarget(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)).orElse(row.getString(2)), row.getLong(4), row.getLong(5),
                        row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9))).list());
    }

    private static ShownDrift shown(ResultSet row) throws SQLException {
        long person = row.getLong("person");
        Optional<Long> who = row.wasNull() ? Optional.empty() : Optional.of(person);
        long change = row.getLong("of_change");
        Optional<ShownDrift.Change> planned = row.wasNull() ? Optional.empty()
                : Optional.of(new ShownDrift.Change(change, row.getString("change_kind"), row.getString("change_state"), Columns.text(row, "waiting_for")));
        return new ShownDrift(row.getLong("id"), DriftKind.valueOf(row.getString("kind")), row.getString("target"), row.getString("object_id"), row.getString("object_name"),
                row.getString("remote_id"), who, Optional.of(Masked.text(row.getString("username"))).filter(name -> !name.isEmpty()), row.getInt("ours") != 0, row.getInt("curable") != 0,
                row.getString("state").equals("ACCEPTED"), Instant.ofEpochMilli(row.getLong("found_at")), Columns.text(row, "heal_by"),
                Masked.texts(Json.texts(row.getString("facts_json"))), planned, Columns.time(row, "settled_at"), Columns.text(row, "settled_how"));
    }
}
