package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import dev.accolade.model.Person;
import dev.accolade.model.Recast;
import dev.accolade.model.StepKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Two persons become one. Nobody loses anything by it: where both hold the same grant, both stay, one of them under the number of the person
 * that is no more, until the other has ended.
 */
record Joining(Handle handle, long now) {

    /** @param why for the history */
    void join(long other, long kept, Map<String, String> why) {
        handle.execute("update member set person = ? where person = ?", kept, other);
        handle.execute("update person set merged_into = ? where merged_into = ?", kept, other);
        handle.execute("update person set merged_into = ?, merged_at = ? where id = ?", kept, now, other);
        handle.execute("update or replace erasure set person = ? where person = ?", kept, other);
        handle.execute("update drift set person = ? where person = ?", kept, other);
        Keys keys = new Keys(handle, now);
        keys.replan(List.of(other, kept), "The person turned out to be another, or another to be this one.");
        keys.recast(Recast.JOINED, List.of(other, kept));
        keys.of(other).forEach(key -> keys.move(key, kept));
        keys.dropWaiting(other);
        Map<String, String> payload = new TreeMap<>(why);
        payload.put("other", Person.label(other));
        Chronicle.add(handle, now, new Step(StepKind.JOINED, "correlation", Step.Subject.person(kept), payload));
    }

    /** What was held twice is held once, whichever of the two has ended: it goes on under the number that the person has. */
    void reunite() {
        Keys keys = new Keys(handle, now);
        handle.createQuery("""
                select g.target, g.object_id, g.person, p.merged_into from person p indexed by person_merged
                cross join grants g on g.person = p.id and g.state = 'LIVE' where p.merged_into is not null""")
                .map((row, context) -> Map.entry(new GrantKey(row.getString(1), row.getString(2), row.getLong(3)), row.getLong(4))).list()
                .forEach(held -> keys.move(held.getKey(), held.getValue()));
    }
}
