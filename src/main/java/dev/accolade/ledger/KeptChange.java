package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A change as the ledger keeps it, finished or not, with everything it was computed from. E-mails stand in it whole.
 *
 * @param desired  what would be written, as the JSON the ledger keeps
 * @param earnedBy ids of the rules it was planned for, to their conditions then
 * @param message  what became of the last attempt, or why it was ended
 * @param barrier  why its target would refuse it; empty when nothing is known to stand in its way
 * @param chosen   the run that has chosen it
 */
public record KeptChange(long id, GrantKey key, String objectName, int generation, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor,
                         Optional<Instant> dueAt, String rule, int ruleLine, Reason reason, Map<String, String> evidence, String desired, Map<String, String> earnedBy,
                         int attempts, Optional<Outcome> outcome, Optional<String> message, Optional<Instant> endedAt, Optional<String> barrier, Optional<String> chosen) {

    public KeptChange {
        evidence = Map.copyOf(evidence);
        earnedBy = Map.copyOf(earnedBy);
    }

    /** Whether something may still be done for it. */
    public boolean isOpen() {
        return switch (state) {
            case PLANNED, WAITING, CLAIMED, UNKNOWN, REFUSED -> true;
            case DONE, SUPERSEDED, DROPPED -> false;
        };
    }

    /** What a source calls the person; their label when nothing better is known. */
    public String username() {
        return evidence.getOrDefault("username", Person.label(key.person()));
    }
}
