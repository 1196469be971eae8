package dev.accolade.ledger;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.ScopeKey;
import dev.accolade.plan.Grant;
import dev.accolade.plan.OpenChange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Persons in key order, each beside their grants and open changes, a bounded chunk at a time. */
public final class Persons {

    /** Some persons and everything a plan about them needs, of one state of the ledger. */
    public record Chunk(List<Person> persons, Map<Long, List<Grant>> grants, Map<Long, List<OpenChange>> open) {}

    private final Database database;
    private final Map<String, Duration> maxAges;

    /** @param maxAges how long a complete read of each source counts as knowledge */
    public Persons(Database database, Map<String, Duration> maxAges) {
        this.database = database;
        this.maxAges = Map.copyOf(maxAges);
    }

    /** The next persons after an id; empty at the end. */
    public Chunk after(long id, int limit, Instant now) {
        return database.read(handle -> chunk(handle, handle.createQuery(
                "select id from person where id > ? and merged_into is null order by id limit ?").bind(0, id).bind(1, limit).mapTo(Long.class).list(), now));
    }

    /** These persons; ids that are no person's are left out. */
    public Chunk of(Collection<Long> ids, Instant now) {
        return database.read(handle -> chunk(handle, ids.isEmpty() ? List.of() : handle.createQuery(
                "select id from person where id in (<ids>) and merged_into is null order by id").bindList("ids", List.copyOf(ids)).mapTo(Long.class).list(), now));
    }

    /** Persons that have a member under this coverage's hint: by member id or user name. */
    public Set<Long> ofMembers(String source, Collection<String> memberIds) {
        return memberIds.isEmpty() ? Set.of() : new HashSet<>(database.read(handle -> handle.createQuery(
                "select distinct person from member where source = :source and id in (<ids>) and person is not null")
                .bind("source", source).bindList("ids", List.copyOf(memberIds)).mapTo(Long.class).list()));
    }

    /** Everybody who holds or held a right in a scope. */
    public Set<Long> ofScope(String source, String scopeId) {
        return new HashSet<>(database.read(handle -> handle.createQuery("""
                select distinct m.person from entitlement e join member m on m.source = e.source and m.id = e.member_id
                where e.source = :source and e.scope_id = :scope and m.person is not null""").bind("source", source).bind("scope", scopeId).mapTo(Long.class).list()));
    }

    private Chunk chunk(Handle handle, List<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return new Chunk(List.of(), Map.of(), Map.of());
        }
        Map<Long, List<Member>> members = members(handle, ids);
        Map<Long, List<Entitlement>> entitlements = entitlements(handle, ids);
        Set<MemberKey> readAlone = readAlone(handle, ids, now);
        List<Person> persons = ids.stream().filter(members::containsKey).map(id -> new Person(id, members.get(id), entitlements.getOrDefault(id, List.of()),
                members.get(id).stream().map(Member::key).filter(readAlone::contains).collect(Collectors.toSet()))).toList();
        return new Chunk(persons, grants(handle, ids), open(handle, ids));
    }

    private static Map<Long, List<Member>> members(Handle handle, List<Long> ids) {
        return grouped(handle, "select person, source, id, username, email, name, status from member where person in (<ids>) order by person, source, id", ids,
                row -> new Member(new MemberKey(row.getString(2), row.getString(3)), row.getString(4), Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6)), row.getString(7)));
    }

    private static Map<Long, List<Entitlement>> entitlements(Handle handle, List<Long> ids) {
        return grouped(handle, """
                select m.person, e.source, e.member_id, e.scope_id, e.holds, e.first_seen from member m
                join entitlement e on e.source = m.source and e.member_id = m.id where m.person in (<ids>) and e.gone_at is null""", ids,
                row -> new Entitlement(new MemberKey(row.getString(2), row.getString(3)), new ScopeKey(row.getString(2), row.getString(4)), row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6))));
    }

    private Set<MemberKey> readAlone(Handle handle, List<Long> ids, Instant now) {
        Set<MemberKey> fresh = new HashSet<>();
        handle.createQuery("""
                select m.source, m.id, c.complete_at from member m
                join coverage c on c.source = m.source and c.kind = 'MEMBER' and c.coverage_id = m.id where m.person in (<ids>) and c.complete_at is not null""")
                .bindList("ids", ids).map((row, context) -> {
                    Duration maxAge = maxAges.getOrDefault(row.getString(1), Duration.ZERO);
                    if (!Instant.ofEpochMilli(row.getLong(3)).plus(maxAge).isBefore(now)) {
                        fresh.add(new MemberKey(row.getString(1), row.getString(2)));
                    }
                    return true;
                }).list();
        return fresh;
    }

    private static Map<Long, List<Grant>> grants(Handle handle, List<Long> ids) {
        return grouped(handle, """
                select person, target, object_id, generation, state, remote_id, ours, shown_json, earned_by_json, left_since from grants
                where person in (<ids>) order by person, target, object_id, generation""", ids, Rows::grant);
    }

    private static Map<Long, List<OpenChange>> open(Handle handle, List<Long> ids) {
        return grouped(handle, """
                select person, id, target, object_id, kind, state, waiting_for, desired_json, evidence_json, attempts, look_first from change
                where person in (<ids>) and state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')""", ids, Rows::openChange);
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The first column is the person. */
    private static <T> Map<Long, List<T>> grouped(Handle handle, String sql, List<Long> ids, Reading<T> reading) {
        Map<Long, List<T>> found = new HashMap<>();
        handle.createQuery(sql).bindList("ids", ids).map((row, context) -> found.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(reading.read(row))).list();
        return found;
    }
}
