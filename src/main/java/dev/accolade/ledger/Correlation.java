package dev.accolade.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Joins members into persons: an equal e-mail, case apart, is one mailbox and so one person; everybody else stands alone.
 *
 * <p>A member keeps its person when its e-mail changes. Two persons found to share a mailbox become the older one; where both hold the
 * same grant, both grants stay as they are and nobody loses anything.
 */
public final class Correlation {

    private record Loose(String source, String id, Optional<String> email) {}

    private final Database database;
    private final Clock clock;

    public Correlation(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return how many members found their person, and how many persons turned out to be another */
    public int correlate() {
        return database.write(handle -> {
            List<Loose> loose = handle.createQuery("select source, id, email from member where person is null order by source, id")
                    .map((row, context) -> new Loose(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3)))).list();
            loose.forEach(member -> place(handle, member));
            return loose.size() + merge(handle);
        });
    }

    private void place(Handle handle, Loose member) {
        long person = member.email().flatMap(email -> handle.createQuery("select min(person) from member where email = ? and person is not null")
                .bind(0, email).mapTo(Long.class).findOne()).orElseGet(() -> create(handle));
        handle.createUpdate("update member set person = ? where source = ? and id = ?").bind(0, person).bind(1, member.source()).bind(2, member.id()).execute();
    }

    private long create(Handle handle) {
        return handle.createUpdate("insert into person (created_at) values (?)").bind(0, clock.millis()).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
    }

    private static int merge(Handle handle) {
        List<long[]> pairs = handle.createQuery("""
                select distinct m.person, s.kept from member m
                join (select email, min(person) as kept from member where email is not null group by email having count(distinct person) > 1) s on s.email = m.email
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
