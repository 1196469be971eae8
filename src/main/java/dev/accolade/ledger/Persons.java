package dev.accolade.ledger;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.ScopeKey;
import dev.accolade.plan.Grant;
import dev.accolade.plan.OpenChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Persons in key order, each beside their grants and open changes, a bounded chunk at a time; without those who are to be erased. */
public final class Persons {

    /** Some persons and everything a plan about them needs, of one state of the ledger. */
    public record Chunk(List<Person> persons, Map<Long, List<Grant>> grants, Map<Long, List<OpenChange>> open) {

        private static final Chunk NOBODY = new Chunk(List.of(), Map.of(), Map.of());
    }

    private final Database database;
    private final Map<String, Duration> maxAges;
    private final Set<String> verified;

    /**
     * @param maxAges  how long a complete read of each source counts as knowledge
     * @param verified sources that vouch for their addresses
     */
    public Persons(Database database, Map<String, Duration> maxAges, Set<String> verified) {
        this.database = database;
        this.maxAges = Map.copyOf(maxAges);
        this.verified = Set.copyOf(verified);
    }

    /** The next persons after an id; empty at the end. */
    public Chunk after(long id, int limit, Instant now) {
        return database.read(handle -> handle.createQuery(
                "select max(id) from (select id from person where id > ? and merged_into is null order by id limit ?)").bind(0, id).bind(1, limit).mapTo(Long.class)
                .findOne().map(last -> chunk(new Selection(handle, "between ? and ?", List.of(id + 1, last)), now)).orElse(Chunk.NOBODY));
    }

    /** These persons; ids that are no person's are left out. */
    public Chunk of(Collection<Long> ids, Instant now) {
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        return database.read(handle -> chunk(new Selection(handle, "in (select value from json_each(?))", List.of(list)), now));
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

    private Chunk chunk(Selection chosen, Instant now) {
        Map<Long, List<Member>> members = members(chosen);
        Addresses addresses = new Addresses(verified, absent(chosen));
        Map<Long, List<Entitlement>> entitlements = entitlements(chosen);
        Set<MemberKey> readAlone = readAlone(chosen, now);
        List<Person> persons = new ArrayList<>();
        members.forEach((id, own) -> persons.add(new Person(id, own, entitlements.getOrDefault(id, List.of()),
                readAlone.isEmpty() ? Set.of() : own.stream().map(Member::key).filter(readAlone::contains).collect(Collectors.toSet()), addresses.first(own))));
        return new Chunk(persons, grants(chosen), open(chosen));
    }

    private static Map<Long, List<Member>> members(Selection chosen) {
        return chosen.grouped("select person, source, id, username, email, name, status from member where person %s and person not in (select person from erasure) order by person, source, id",
                row -> new Member(new MemberKey(row.getString(2), row.getString(3)), row.getString(4), Optional.ofNullable(row.getString(5)),
                        Optional.ofNullable(row.getString(6)), row.getString(7)));
    }

    /** Members whom the last complete list no longer has. */
    private static Set<MemberKey> absent(Selection chosen) {
        Set<MemberKey> absent = new HashSet<>();
        chosen.each("select source, id from member m where absent_since is not null and person %s", row -> absent.add(new MemberKey(row.getString(1), row.getString(2))));
        return absent;
    }

    /** Members first, then what each holds: the other way round the whole source is read for each of them. */
    private static Map<Long, List<Entitlement>> entitlements(Selection chosen) {
        return chosen.grouped("""
                select m.person, e.source, e.member_id, e.scope_id, e.holds, e.first_seen, e.absent_since from member m
                cross join entitlement e indexed by entitlement_member on e.source = m.source and e.member_id = m.id
                where m.person %s and e.gone_at is null""",
                row -> new Entitlement(new MemberKey(row.getString(2), row.getString(3)), new ScopeKey(row.getString(2), row.getString(4)), row.getString(5),
                        Instant.ofEpochMilli(row.getLong(6)), row.getObject(7) != null));
    }

    private Set<MemberKey> readAlone(Selection chosen, Instant now) {
        Set<MemberKey> fresh = new HashSet<>();
        chosen.each("""
                select m.source, m.id, c.complete_at from coverage c
                cross join member m on m.source = c.source and m.id = c.coverage_id where c.kind = 'MEMBER' and c.complete_at is not null and m.person %s""", row -> {
                    Duration maxAge = maxAges.getOrDefault(row.getString(1), Duration.ZERO);
                    if (!Instant.ofEpochMilli(row.getLong(3)).plus(maxAge).isBefore(now)) {
                        fresh.add(new MemberKey(row.getString(1), row.getString(2)));
                    }
                });
        return fresh;
    }

    private static Map<Long, List<Grant>> grants(Selection chosen) {
        return chosen.grouped("""
                select person, target, object_id, generation, state, remote_id, ours, shown_json, earned_by_json, left_since, ended_at, ended_why,
                    issued_on, recast, older_address, leaving_json from grants
                where person %s order by person, target, object_id, generation""", Rows::grant);
    }

    private static Map<Long, List<OpenChange>> open(Selection chosen) {
        return chosen.grouped("""
                select person, id, target, object_id, kind, state, waiting_for, desired_json, evidence_json, earned_by_json, attempts, look_first
                from change indexed by change_one_open where person %s and state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED')""", Rows::openChange);
    }
}
