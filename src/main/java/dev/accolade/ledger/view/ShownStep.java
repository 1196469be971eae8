package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Person;
import dev.accolade.model.StepKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the history, as people read it. E-mails in it are shortened.
 *
 * @param id         1, 2, 3, ...
 * @param actor      what or who caused it
 * @param objectId   of the badge class or store; of an enrolment: the account's
 * @param objectName how rules call it; of an approval for a scope: source and scope
 * @param changeKind what the change was to do; empty where no change is concerned
 * @param outcome    what became of it; empty where there is none
 * @param payload    reason, rule, evidence, recipient, message and the like; empty once it was erased
 */
public record ShownStep(long id, Instant at, StepKind kind, String actor, Optional<String> target, Optional<String> objectId, Optional<String> objectName,
                        Optional<Long> person, Optional<Integer> generation, Optional<Long> change, Optional<ChangeKind> changeKind,
                        Optional<String> outcome, Optional<Map<String, String>> payload) {

    /** {@code p-17 (ingrid)}; empty where nobody is concerned. */
    public Optional<String> who() {
        return person.map(id -> Person.label(id) + payload.flatMap(texts -> Optional.ofNullable(texts.get("evidence.username"))).map(name -> " (" + name + ")").orElse(""));
    }
}
