package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Outcome;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A change that is not finished, as people read it. E-mails in it are shortened.
 *
 * @param username      what a source calls the person; the person's label when nothing better is known
 * @param recipient     address or authority it is for; empty while nobody knows it
 * @param ruleLine      in the rules file; 0 when the rule is gone
 * @param evidence      what it was computed from, names to values
 * @param attempts      how often a worker claimed it
 * @param nextAttempt   empty when that may be now
 * @param heldBy        the setting whose limit holds it; empty where that is not known, or no limit does
 * @param approvedUntil empty when it is not approved, or the approval is spent or over
 * @param barrier       why its target would refuse it, as far as was asked; empty when nothing is known to stand in its way
 */
public record ShownChange(long id, long plan, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor, Optional<Instant> dueAt, String target,
                          String objectName, long person, String username, Optional<String> recipient, Reason reason, String rule, int ruleLine,
                          Map<String, String> evidence, int attempts, Optional<Instant> nextAttempt, Optional<Outcome> outcome, Optional<String> message,
                          Optional<String> heldBy, Optional<Instant> approvedUntil, Optional<String> barrier) {

    /** {@code p-17}. */
    public String personLabel() {
        return Person.label(person);
    }

    /** What holds it back, as a sentence; empty when nothing does. */
    public Optional<String> heldBecause() {
        return waitingFor.map(why -> why == WaitingFor.LIMIT && heldBy.isPresent() ? why.sentence().replace("a limit", heldBy.get()) : why.sentence());
    }

    /** Whether an approval would release it. */
    public boolean approvable() {
        return state == ChangeState.WAITING && approvedUntil.isEmpty() && waitingFor.filter(why -> why == WaitingFor.LIMIT || why == WaitingFor.APPROVAL || why == WaitingFor.DRIFT).isPresent();
    }

    /** Whose turn it is, as a sentence. */
    public String whatToDo() {
        return switch (state) {
            case REFUSED -> "Mend what the message names, then run: accolade apply (or: accolade failures retry " + id + "); to let it be: accolade failures drop " + id;
            case UNKNOWN -> "Nothing: the target is looked at before anything is sent again.";
            case PLANNED -> "Nothing: it is tried again by itself.";
            case WAITING -> waitingFor.filter(WaitingFor.TARGET::equals).isPresent() ? "Mend what its target would refuse; it goes on after the next plan. To let it be: accolade failures drop " + id
                    : approvable() ? "Approve it with: accolade approve " + id + " --by NAME" : "Nothing: it goes on by itself.";
            case CLAIMED -> "Nothing: a worker has it.";
            case DONE, SUPERSEDED -> "Nothing: it is finished.";
            case DROPPED -> "Nothing; to give it another turn after all: accolade failures retry " + id;
        };
    }
}
