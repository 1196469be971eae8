package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.WaitingFor;
import java.util.Map;
import java.util.Optional;

/**
 * A change of an earlier plan that is not finished.
 *
 * @param begun     whether a worker had it before and came back with nothing done: what held it back then is settled
 * @param lookFirst whether an attempt may have had an effect that nobody has looked for yet
 * @param earnedBy  of a dropped change: the rules it was planned for, to their conditions; of others empty
 */
public record OpenChange(long id, GrantKey key, ChangeKind kind, ChangeState state, Optional<WaitingFor> waitingFor, Desired desired,
                         Map<String, String> evidence, boolean begun, boolean lookFirst, Map<String, String> earnedBy) {

    /** Whether a worker may be at it or may have done it, so that no plan may touch it. */
    boolean untouchable() {
        return state == ChangeState.CLAIMED || state == ChangeState.UNKNOWN || lookFirst && !dropped();
    }

    /** Whether an operator took it out; it stands in the way of the same change, and of no other. */
    boolean dropped() {
        return state == ChangeState.DROPPED;
    }

    /** Limits and what targets would refuse are nothing that plans know of, and grace may have run out; whatever else holds it back must be the same. */
    boolean same(PlannedChange planned) {
        return kind == planned.kind() && desired.equals(planned.desired()) && evidence.equals(planned.evidence())
                && (dropped() ? earnedBy.equals(planned.earnedBy()) : begun || holdsAs(planned));
    }

    private boolean holdsAs(PlannedChange planned) {
        Optional<WaitingFor> hold = waitingFor.filter(why -> why != WaitingFor.LIMIT && why != WaitingFor.TARGET);
        return hold.equals(planned.waitingFor()) || hold.filter(WaitingFor.GRACE::equals).isPresent() && planned.waitingFor().isEmpty();
    }
}
