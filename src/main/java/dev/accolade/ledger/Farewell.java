package dev.accolade.ledger;

import dev.accolade.ledger.Erasure.Badges;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The last changes of a person who is to be erased. */
record Farewell(Handle handle, long now, Collection<Long> persons, Badges badges) {

    /** What goes on, or was dropped by an operator, though the person is to be erased; an award that may have had an effect is found out before it is revoked. */
    private static final String GOES_ON = "(reason = 'ERASED' or look_first = 1 and state = 'REFUSED')";

    /** Nothing that no worker has seen is done any more. */
    void callOff() {
        handle.createUpdate("""
                update change set state = 'SUPERSEDED', look_first = 0, ended_at = :now, message = 'The person is to be erased.'
                where person in (<persons>) and state in ('PLANNED', 'WAITING', 'REFUSED', 'DROPPED')"""
                + (badges == Badges.REVOKE ? " and not " + GOES_ON : "")).bind("now", now).bindList("persons", List.copyOf(persons)).execute();
    }

    /** Ordinary changes under the ordinary limits, as a plan of their own. */
    void revoke() {
        String live = """
                from grants g where person in (<persons>) and state = 'LIVE' and ours = 1 and not exists (select 1 from change o where o.person = g.person
                    and o.target = g.target and o.object_id = g.object_id and o.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED'))""";
        long planned = handle.createQuery("select count(*) " + live).bindList("persons", List.copyOf(persons)).mapTo(Long.class).one();
        if (planned == 0) {
            return;
        }
        long plan = handle.createUpdate("insert into plan (made_at, cause, persons, planned, superseded, kept, left_open) values (?, 'erase', 1, ?, 0, 0, 0)")
                .bind(0, now).bind(1, planned).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        handle.createUpdate("""
                insert into change (plan, target, object_id, object_name, person, generation, kind, state, rule, rule_line, reason, evidence_json, desired_json,
                    earned_by_json, remote_id, ours)
                select :plan, target, object_id, coalesce((select c.object_name from change c where c.person = g.person and c.target = g.target and c.object_id = g.object_id
                    order by c.id desc limit 1), object_id), person, generation, 'REVOKE', 'PLANNED', 'erase', 0, 'ERASED', '{"reason":"Withdrawn"}', shown_json,
                    earned_by_json, remote_id, 1\s""" + live).bind("plan", plan).bindList("persons", List.copyOf(persons)).execute();
    }

    /** What must be settled before the person's data may go. */
    List<Long> open() {
        return handle.createQuery("select id from change where person in (<persons>) and state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED') order by id")
                .bindList("persons", List.copyOf(persons)).mapTo(Long.class).list();
    }
}
