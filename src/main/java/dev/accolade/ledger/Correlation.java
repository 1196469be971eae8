package dev.accolade.ledger;

import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Joins members into persons: an equal e-mail, case apart, is one mailbox and so one person; everybody else stands alone.
 *
 * <p>A member keeps its person when its e-mail changes. Two persons found to share a mailbox become the older one; where both hold the
 * same grant, both grants stay as they are and nobody loses anything.
 */
public final class Correlation {

    private final Database database;
    private final Clock clock;

    public Correlation(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return how many members found their person, and how many persons turned out to be another */
    public int correlate() {
        return database.write(handle -> join(handle) + create(handle) + merge(handle));
    }

    /** Members whose mailbox already is somebody's. */
    private static int join(Handle handle) {
        return handle.execute("""
                update member set person = (select min(o.person) from member o where o.email = member.email and o.person is not null)
                where person is null and email in (select email from member where person is not null)""");
    }

    /** A new person for each mailbox, and for each member without one, numbered in the order of their members. */
    private int create(Handle handle) {
        handle.execute("create temp table if not exists loose (source text not null, id text not null, person integer not null, primary key (source, id)) without rowid");
        handle.execute("delete from loose");
        handle.execute("""
                insert into loose (source, id, person)
                select source, id, (select coalesce(max(id), 0) from person) + dense_rank() over (order by first) from
                    (select source, id, min(source || char(0) || id) over (partition by coalesce(email, source || char(0) || id)) as first from member where person is null)
                order by source, id""");
        handle.execute("insert into person (id, created_at) select distinct person, ? from loose order by person", clock.millis());
        int placed = handle.execute("update member set person = loose.person from loose where loose.source = member.source and loose.id = member.id");
        handle.execute("delete from loose");
        return placed;
    }

    private static int merge(Handle handle) {
        List<long[]> pairs = handle.createQuery("""
                select distinct m.person, s.kept from member m
                join (select email, min(person) as kept from member where email is not null group by email having min(person) <> max(person)) s on s.email = m.email
                where m.person <> s.kept order by m.person desc""").map((row, context) -> new long[] {row.getLong(1), row.getLong(2)}).list();
        for (long[] pair : pairs) {
            handle.createUpdate("update member set person = :kept where person = :other").bind("kept", pair[1]).bind("other", pair[0]).execute();
            handle.createUpdate("update person set merged_into = :kept where id = :other").bind("kept", pair[1]).bind("other", pair[0]).execute();
            handle.createUpdate("""
                    update grants set person = :kept, generation = generation + coalesce((select max(generation) from grants g
                        where g.person = :kept and g.target = grants.target and g.object_id = grants.object_id), 0)
                    where person = :other and not exists (select 1 from grants g where g.person = :kept and g.target = grants.target
                        and g.object_id = grants.object_id and g.state = 'LIVE')""").bind("kept", pair[1]).bind("other", pair[0]).execute();
            handle.createUpdate("""
                    update change set state = 'SUPERSEDED', message = 'The person turned out to be another.'
                    where person = :other and state in ('PLANNED', 'WAITING', 'REFUSED')""").bind("other", pair[0]).execute();
        }
        return pairs.size();
    }
}
