package dev.accolade.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Which addresses show that members are one person now.
 *
 * <p>An address counts while its source vouches for addresses, lists the member as present and active, and was read recently enough; and
 * unless it may have changed hands: another member of the same source, of another person, had it before, or has it without a complete list of
 * people that shows it with both.
 */
record Mailboxes(Handle handle, long now) {

    /** An address that counts for members of several persons. */
    record Shared(String email, List<Long> persons) {}

    /** Of a member called m. */
    static final String COUNTS = """
             m.email is not null and m.absent_since is null and m.status = 'active'
            and exists (select 1 from trusted t where t.source = m.source and (t.people_at >= t.fresh_from or exists (select 1 from coverage c
                where c.source = m.source and c.kind = 'MEMBER' and c.coverage_id = m.id and c.complete_at >= t.fresh_from)))
            and not exists (select 1 from former_address a left join member o on o.source = a.source and o.id = a.id
                where a.source = m.source and a.email = m.email and a.id <> m.id and (o.person is null or o.person is not m.person))
            and not exists (select 1 from member o join trusted t on t.source = o.source
                where o.email = m.email and o.source = m.source and o.id <> m.id and (o.person is null or o.person is not m.person)
                    and (o.absent_since is not null or o.status <> 'active' or t.people_at is null or t.people_at < max(o.email_at, m.email_at)))
            """;

    /** @param verified sources that vouch for their addresses, with how long a complete read of each counts */
    void trust(Map<String, Duration> verified) {
        handle.execute("create temp table if not exists trusted (source text primary key, fresh_from integer not null, people_at integer) without rowid");
        handle.execute("delete from trusted");
        verified.forEach((source, maxAge) -> handle.execute("""
                insert into trusted (source, fresh_from, people_at) values (?, ?, (select complete_at from coverage where source = ? and kind = 'PEOPLE' and coverage_id = ''))""",
                source, now - maxAge.toMillis(), source));
    }

    /** In the order of addresses. Addresses of several persons are found in the index alone; only these are looked at closer. */
    List<Shared> shared() {
        Map<String, TreeSet<Long>> persons = new LinkedHashMap<>();
        handle.createQuery("""
                select m.email, m.person from (select email from member where email is not null and person is not null group by email having min(person) <> max(person)) s
                cross join member m indexed by member_email on m.email = s.email where m.person is not null and\s""" + COUNTS + " order by m.email")
                .map((row, context) -> persons.computeIfAbsent(row.getString(1), email -> new TreeSet<>()).add(row.getLong(2))).list();
        List<Shared> shared = new ArrayList<>();
        persons.forEach((email, ids) -> {
            if (ids.size() > 1) {
                shared.add(new Shared(email, List.copyOf(ids)));
            }
        });
        return shared;
    }
}
