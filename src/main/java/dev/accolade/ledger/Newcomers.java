package dev.accolade.ledger;

import dev.accolade.model.MemberKey;
import dev.accolade.model.StepKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Members that have no person yet. */
record Newcomers(Handle handle, long now) {

    /**
     * Gives each the person whose mailbox it has, or a new one.
     *
     * @param named members about whom operators say something: they begin alone, and are then joined with due regard
     * @return how many were placed
     */
    int place(Collection<MemberKey> named) {
        if (handle.createQuery("select 1 from member where person is null limit 1").mapTo(Integer.class).findOne().isEmpty()) {
            return 0;
        }
        handle.execute("""
                create temp table if not exists newcomer (source text not null, id text not null, email text, person integer, primary key (source, id)) without rowid""");
        handle.execute("delete from newcomer");
        handle.execute("insert into newcomer (source, id, email) select m.source, m.id, iif(" + Mailboxes.COUNTS + ", m.email, null) from member m where m.person is null");
        named.forEach(key -> handle.execute("update newcomer set email = null where source = ? and id = ?", key.source(), key.id()));
        handle.execute("""
                update newcomer set person = (select min(m.person) from member m where m.email = newcomer.email and m.person is not null and\s""" + Mailboxes.COUNTS + ") where email is not null");
        create();
        int placed = handle.execute("update member set person = n.person, first_person = n.person from newcomer n where n.source = member.source and n.id = member.id");
        tell();
        handle.execute("delete from newcomer");
        return placed;
    }

    /** A new person for each mailbox, and for each member without one, numbered in the order of their members. */
    private void create() {
        handle.execute("""
                update newcomer set person = l.person from (
                    select source, id, (select coalesce(max(id), 0) from person) + dense_rank() over (order by first) as person from
                        (select source, id, min(source || char(0) || id) over (partition by coalesce(email, source || char(0) || id)) as first from newcomer where person is null)) l
                where l.source = newcomer.source and l.id = newcomer.id""");
        handle.execute("insert or ignore into person (id, created_at) select distinct person, ? from newcomer order by person", now);
    }

    /** Of all but the first member of each person. */
    private void tell() {
        List<Step> steps = handle.createQuery("""
                select n.person, n.source || ':' || n.id as member, m.username, n.email from newcomer n join member m on m.source = n.source and m.id = n.id
                where n.email is not null and exists (select 1 from member o where o.person = n.person and (o.source || char(0) || o.id < n.source || char(0) || n.id
                    or not exists (select 1 from newcomer p where p.source = o.source and p.id = o.id))) order by n.person, n.source, n.id""")
                .map((row, context) -> new Step(StepKind.JOINED, "correlation", Step.Subject.person(row.getLong(1)), Map.of("member", row.getString(2),
                        "evidence.username", row.getString(3), "because", "an equal e-mail that their sources vouch for", "address", row.getString(4)))).list();
        Chronicle.add(handle, now, steps);
    }
}
