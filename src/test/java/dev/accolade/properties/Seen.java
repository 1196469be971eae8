package dev.accolade.properties;

import dev.accolade.ledger.Database;
import dev.accolade.ledger.Json;
import dev.accolade.model.Desired;
import dev.accolade.model.MemberKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;

/** What stands in the ledger, asked with plain SQL. */
final class Seen {

    /** A change as it stands. */
    record Change(long id, String target, String objectId, long person, int generation, String kind, String state, String waitingFor, String rule, String reason, Map<String, String> evidence,
                  Map<String, String> earnedBy, String remoteId, Long dueAt, boolean inPlan, Desired desired) {}

    /** A live grant of somebody who was not merged into another, or of somebody who was. */
    record Grant(String target, String objectId, long person, String remoteId, boolean ours, Map<String, String> earnedBy, boolean merged) {}

    private final Database database;

    Seen(Database database) {
        this.database = database;
    }

    List<Change> changes() {
        return changesAfter(0);
    }

    List<Change> changesAfter(long id) {
        return database.read(handle -> handle.createQuery("""
                select c.id, c.target, c.object_id, c.person, c.generation, c.kind, c.state, c.waiting_for, c.rule, c.reason, c.evidence_json, c.earned_by_json, c.remote_id, c.due_at,
                    exists (select 1 from plan p where p.id = c.plan), c.desired_json from change c where c.id > ? order by c.id""").bind(0, id).map((row, context) -> new Change(row.getLong(1),
                row.getString(2), row.getString(3), row.getLong(4), row.getInt(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9), row.getString(10),
                Json.texts(row.getString(11)), Json.texts(row.getString(12)), row.getString(13), row.getString(14) == null ? null : row.getLong(14), row.getInt(15) != 0,
                Json.desired(row.getString(16)))).list());
    }

    /** How often each change was claimed, by number. */
    Map<Long, Integer> attempts() {
        Map<Long, Integer> attempts = new TreeMap<>();
        database.read(handle -> handle.createQuery("select id, attempts from change").map((row, context) -> attempts.put(row.getLong(1), row.getInt(2))).list());
        return attempts;
    }

    List<Grant> liveGrants() {
        return database.read(handle -> handle.createQuery("""
                select g.target, g.object_id, g.person, g.remote_id, g.ours, g.earned_by_json, p.merged_into is not null from grants g join person p on p.id = g.person
                where g.state = 'LIVE'""").map((row, context) -> new Grant(row.getString(1), row.getString(2), row.getLong(3), row.getString(4), row.getInt(5) != 0,
                Json.texts(row.getString(6)), row.getInt(7) != 0)).list());
    }

    /** Whether the last of a person's badges of a class came to its end, and they were not seen to leave since; one that is renewed never does while it is earned. */
    boolean ranOut(long person, String objectId) {
        return !objectId.equals(BadgrTarget.badgeClass("Sponsor")) && database.read(handle -> handle.createQuery("""
                select 1 from grants g where person = ? and object_id = ? and ended_why = 'EXPIRED' and left_since is null
                    and not exists (select 1 from grants n where n.person = g.person and n.object_id = g.object_id and n.generation > g.generation)""")
                .bind(0, person).bind(1, objectId).mapTo(Integer.class).findOne()).isPresent();
    }

    /** By person; each in the order by which the first address is chosen. */
    Map<Long, Set<MemberKey>> members() {
        Map<Long, Set<MemberKey>> members = new TreeMap<>();
        database.read(handle -> handle.createQuery("select person, source, id from member where person is not null order by person, source, id")
                .map((row, context) -> members.computeIfAbsent(row.getLong(1), id -> new TreeSet<>(java.util.Comparator.comparing(MemberKey::toString)))
                        .add(new MemberKey(row.getString(2), row.getString(3)))).list());
        return members;
    }

    /** The address of a member as the ledger knows it; null when it has none. */
    Map<MemberKey, String> addresses() {
        Map<MemberKey, String> addresses = new TreeMap<>(java.util.Comparator.comparing(MemberKey::toString));
        database.read(handle -> handle.createQuery("select source, id, email from member where email is not null")
                .map((row, context) -> addresses.put(new MemberKey(row.getString(1), row.getString(2)), row.getString(3))).list());
        return addresses;
    }

    /** Members whom the last list of people did not have, or had as somebody who is not active, as SOURCE:ID. */
    Set<String> absent() {
        return database.read(handle -> Set.copyOf(handle.createQuery("select source || ':' || id from member where absent_since is not null or status <> 'active'").mapTo(String.class).list()));
    }

    /** Names of rules' groups that were found once, with their ids. */
    List<String> pins() {
        return new ArrayList<>(database.read(handle -> handle.createQuery("select name from scope_pin").mapTo(String.class).list()));
    }

    /** Ids of groups that are there, as far as the ledger knows. */
    List<String> presentGroups() {
        return database.read(handle -> handle.createQuery("select id from scope where absent_since is null").mapTo(String.class).list());
    }

    /** Assertions that a worker may be about to revoke, so that no plan notes anything about them. */
    List<String> underWay() {
        return database.read(handle -> handle.createQuery("select remote_id from change where remote_id is not null and (state in ('CLAIMED', 'UNKNOWN') or look_first = 1)")
                .mapTo(String.class).list());
    }

    /** Whether what has this id stands, or stood, for somebody else's grant. */
    boolean isAnothers(String target, String remoteId, long person) {
        return database.read(handle -> handle.createQuery("""
                select 1 from grants g left join person p on p.id = g.person where g.target = ? and g.remote_id = ? and coalesce(p.merged_into, g.person) <> ? limit 1""")
                .bind(0, target).bind(1, remoteId).bind(2, person).mapTo(Integer.class).findOne()).isPresent();
    }
}
