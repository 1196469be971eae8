package dev.accolade.ledger;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What tells of a member under the number of somebody else, with whom it was one person until they were found to be two. */
record TracesElsewhere(Handle handle, String nobody) {

    /** Whether any of these persons was ever split. */
    boolean possible(Collection<Long> persons) {
        return handle.createQuery("select 1 from person where split_from is not null and (id in (<persons>) or split_from in (<persons>)) limit 1")
                .bindList("persons", List.copyOf(persons)).mapTo(Integer.class).findOne().isPresent();
    }

    /**
     * @param member    SOURCE:ID
     * @param addresses its own, now and before
     */
    void erase(String member, Collection<String> addresses) {
        for (String end : List.of("\"", ",", "]")) {
            erase(member + end);
        }
        addresses.forEach(address -> erase("\"" + address + "\""));
    }

    private void erase(String text) {
        handle.execute("update history set payload = null, salt = null where payload is not null and instr(payload, ?) > 0", text);
        handle.execute("update change set evidence_json = '{}', desired_json = ?, message = null where state in ('SUPERSEDED', 'DONE') and (instr(evidence_json, ?) > 0 or instr(desired_json, ?) > 0)",
                nobody, text, text);
    }
}
