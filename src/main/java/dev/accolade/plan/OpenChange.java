package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.WaitingFor;
import java.util.Map;
import java.util.Optional;

/** A change of an earlier plan that is not finished. */
public record OpenChange(long id, GrantKey key, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor, Desired desired,
                         Map<String, String> evidence) {

    /** Whether a worker may be at it, so that no plan may touch it. */
    boolean untouchable() {
        return state == ChangeState.CLAIMED || state == ChangeState.UNKNOWN;
    }

    boolean same(PlannedChange planned) {
        return kind == planned.kind() && desired.equals(planned.desired()) && evidence.equals(planned.evidence());
    }
}
