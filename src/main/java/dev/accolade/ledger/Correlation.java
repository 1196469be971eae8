package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
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

    /** One pair at a time, since each may make or unmake others. */
    private int merge(Handle handle) {
        int merged = 0;
        for (Optional<long[]> pair = pair(handle); pair.isPresent(); pair = pair(handle)) {
            join(handle, pair.get()[0], pair.get()[1]);
            merged++;
        }
        return merged;
    }

    private static Optional<long[]> pair(Handle handle) {
        return handle.createQuery("""
                select max(person), min(person) from member where email is not null and person is not null
                group by email having min(person) <> max(person) limit 1""").map((row, context) -> new long[] {row.getLong(1), row.getLong(2)}).findOne();
    }

    private void join(Handle handle, long other, long kept) {
        handle.execute("update member set person = ? where person = ?", kept, other);
        handle.execute("update person set merged_into = ? where id = ?", kept, other);
        handle.execute("update or replace erasure set person = ? where person = ?", kept, other);
        handle.execute("update drift set person = ? where person = ?", kept, other);
        handle.execute("""
                update change set state = 'SUPERSEDED', ended_at = ?, message = 'The person turned out to be another, or another to be this one.'
                where person in (?, ?) and (state in ('PLANNED', 'WAITING', 'REFUSED') and look_first = 0 or state = 'DROPPED')""", clock.millis(), other, kept);
        handle.createQuery("""
                select target, object_id from grants where person = :other union select target, object_id from change
                where person = :other and state in ('CLAIMED', 'UNKNOWN', 'REFUSED')""").bind("other", other)
                .map((row, context) -> new GrantKey(row.getString(1), row.getString(2), other)).list().forEach(key -> move(handle, key, kept));
    }

    /** What is under way goes along with its grant; where the kept person has the same already, or is about to, both stay as they are. */
    private static void move(Handle handle, GrantKey key, long kept) {
        boolean taken = handle.createQuery("""
                select 1 from grants where person = :kept and target = :target and object_id = :object and state = 'LIVE'
                union select 1 from change where person = :kept and target = :target and object_id = :object and state in ('CLAIMED', 'UNKNOWN', 'REFUSED')""")
                .bind("kept", kept).bind("target", key.target()).bind("object", key.objectId()).mapTo(Integer.class).findFirst().isPresent();
        if (!taken) {
            int before = handle.createQuery("select coalesce(max(generation), 0) from grants where person = ? and target = ? and object_id = ?").bind(0, kept)
                    .bind(1, key.target()).bind(2, key.objectId()).mapTo(Integer.class).one();
            handle.execute("update grants set person = ?, generation = generation + ? where person = ? and target = ? and object_id = ?", kept, before,
                    key.person(), key.target(), key.objectId());
            handle.execute("""
                    update change set person = ?, generation = generation + ? where person = ? and target = ? and object_id = ?
                    and state in ('CLAIMED', 'UNKNOWN', 'REFUSED')""", kept, before, key.person(), key.target(), key.objectId());
        }
    }
}
