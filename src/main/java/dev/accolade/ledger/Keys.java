package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import dev.accolade.model.Recast;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Grants, and what is under way for them, on their way from one person to another. */
record Keys(Handle handle, long now) {

    private static final String UNDER_WAY = "state in ('PLANNED', 'CLAIMED', 'UNKNOWN', 'REFUSED')";

    /** All that a person has, had, or is about to have. */
    List<GrantKey> of(long person) {
        return handle.createQuery("""
                select target, object_id from grants where person = :person union select target, object_id from change
                where person = :person and state in ('WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')""").bind("person", person)
                .map((row, context) -> new GrantKey(row.getString(1), row.getString(2), person)).list();
    }

    /** What is under way goes along with its grant; where the other has the same already, or is about to, both stay as they are. */
    void move(GrantKey key, long to) {
        GrantKey there = new GrantKey(key.target(), key.objectId(), to);
        if (has(there)) {
            return;
        }
        if (has(key)) {
            supersede(there, "The person has it already.");
        } else if (waits(there)) {
            supersede(key, "The person waits for it already.");
        }
        int before = handle.createQuery("select coalesce(max(generation), 0) from grants where person = ? and target = ? and object_id = ?").bind(0, to)
                .bind(1, key.target()).bind(2, key.objectId()).mapTo(Integer.class).one();
        handle.execute("update grants set person = ?, generation = generation + ? where person = ? and target = ? and object_id = ?", to, before,
                key.person(), key.target(), key.objectId());
        handle.execute("""
                update change set person = ?, generation = generation + ? where person = ? and target = ? and object_id = ?
                and state in ('WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DONE')""", to, before, key.person(), key.target(), key.objectId());
    }

    /** A live one, or one under way. */
    private boolean has(GrantKey key) {
        return handle.createQuery("select 1 from grants where person = :person and target = :target and object_id = :object and state = 'LIVE'"
                + " union select 1 from change where person = :person and target = :target and object_id = :object and " + UNDER_WAY)
                .bind("person", key.person()).bind("target", key.target()).bind("object", key.objectId()).mapTo(Integer.class).findFirst().isPresent();
    }

    private boolean waits(GrantKey key) {
        return handle.createQuery("select 1 from change where person = ? and target = ? and object_id = ? and state = 'WAITING'").bind(0, key.person()).bind(1, key.target())
                .bind(2, key.objectId()).mapTo(Integer.class).findFirst().isPresent();
    }

    private void supersede(GrantKey key, String why) {
        handle.execute("update change set state = 'SUPERSEDED', ended_at = ?, message = ? where person = ? and target = ? and object_id = ? and state = 'WAITING'", now, why,
                key.person(), key.target(), key.objectId());
    }

    /** What no worker is at is planned anew for whoever they are now; who waits for an address goes on waiting since the same day. */
    void replan(Collection<Long> persons, String why) {
        handle.createUpdate("""
                update change set state = 'SUPERSEDED', ended_at = :now, message = :why
                where person in (<persons>) and (state in ('PLANNED', 'WAITING', 'REFUSED') and look_first = 0 and coalesce(waiting_for, '') not in ('IDENTITY', 'EXPIRED')
                    or state = 'DROPPED')""").bind("now", now).bind("why", why).bindList("persons", List.copyOf(persons)).execute();
    }

    /** Who is no person any more waits for nothing. */
    void dropWaiting(long person) {
        handle.execute("update change set state = 'SUPERSEDED', ended_at = ?, message = 'The person turned out to be another, who has it or waits for it.'"
                + " where person = ? and state = 'WAITING'", now, person);
    }

    /** From now on a removal is held until a rule is seen to earn the grant; what was leaving before goes on leaving. */
    void recast(Recast why, Collection<Long> persons) {
        handle.createUpdate("update grants set recast = :why where person in (<persons>) and state = 'LIVE' and ours = 1 and left_since is null")
                .bind("why", why.name()).bindList("persons", List.copyOf(persons)).execute();
    }
}
