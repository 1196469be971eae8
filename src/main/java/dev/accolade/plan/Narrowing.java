package dev.accolade.plan;

import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.WaitingFor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An update of a client that takes scopes away is a removal of rights: it says which, is limited as removals are, and waits for an approval when a changed rule causes it. */
final class Narrowing {

    /** Names in the evidence what is taken; the limits count a change by it. */
    private static final String SCOPES_TAKEN = "scopesTaken";

    private final Earnings earnings;

    Narrowing(Earnings earnings) {
        this.earnings = earnings;
    }

    static boolean isOne(PlannedChange change) {
        return change.evidence().containsKey(SCOPES_TAKEN);
    }

    PlannedChange mark(Grant grant, PlannedChange update) {
        List<String> taken = taken(grant.shown(), update.desired());
        if (taken.isEmpty()) {
            return update;
        }
        Map<String, String> evidence = new TreeMap<>(update.evidence());
        evidence.put(SCOPES_TAKEN, String.join(", ", taken));
        boolean held = !isExplainedByLeaving(grant, update, taken);
        return update.with(evidence, held ? ChangeState.WAITING : update.state(), held ? Optional.of(WaitingFor.APPROVAL) : update.waitingFor());
    }

    private static List<String> taken(Desired shown, Desired wanted) {
        return shown instanceof Desired.Client before && wanted instanceof Desired.Client after
                ? before.scopes().stream().filter(scope -> !after.scopes().contains(scope)).toList() : List.of();
    }

    /** Whether rules that earned these scopes under the same condition as now no longer hold: then it was the person who left. */
    private boolean isExplainedByLeaving(Grant grant, PlannedChange update, List<String> taken) {
        return grant.earnedBy().entrySet().stream().filter(earned -> !update.earnedBy().containsKey(earned.getKey()))
                .flatMap(earned -> earnings.rule(earned.getKey()).stream().filter(rule -> rule.condition().equals(earned.getValue())))
                .flatMap(rule -> earnings.scopes(rule).stream()).collect(Collectors.toSet()).containsAll(taken);
    }
}
