package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One change to one grant, with everything that is needed to do it and to say why.
 *
 * @param objectName how the rule names the badge class or store
 * @param remoteId   of the assertion or client concerned; empty when there is none yet
 * @param ours       of an adoption: whether we made what is adopted; true otherwise
 * @param rule       id of the rule
 * @param ruleLine   its line in the rules file, 0 when the rule is gone
 * @param earnedBy   as in {@link Grant}
 * @param evidence   what it was computed from, names to values, without times that move
 * @param dueAt      when grace ends; empty without one
 */
public record PlannedChange(GrantKey key, String objectName, int generation, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor,
                            Optional<Instant> dueAt, Desired desired, Optional<String> remoteId, boolean ours, String rule, int ruleLine,
                            Map<String, String> earnedBy, Reason reason, Map<String, String> evidence) {

    public PlannedChange {
        earnedBy = Map.copyOf(earnedBy);
        evidence = Map.copyOf(evidence);
    }

    /** The same on other evidence, and held or not. */
    PlannedChange with(Map<String, String> other, ChangeState newState, Optional<WaitingFor> waiting) {
        return new PlannedChange(key, objectName, generation, kind, newState, waiting, dueAt, desired, remoteId, ours, rule, ruleLine, earnedBy, reason, other);
    }
}
