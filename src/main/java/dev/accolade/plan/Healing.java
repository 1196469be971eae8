package dev.accolade.plan;

import dev.accolade.model.ChangeState;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.OnDrift;
import dev.accolade.rules.Rule;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What undoes somebody else's doing: goes ahead where the rule or an operator says so, and is held otherwise. */
final class Healing {

    private Healing() {}

    /** The same change, because of what was found; one that has no address yet waits for that first. */
    static PlannedChange of(PlannedChange change, Drifted drifted, Rule rule) {
        Optional<String> healBy = drifted.healBy().or(() -> rule.onDrift() == OnDrift.HEAL ? Optional.of("on-drift") : Optional.empty());
        Map<String, String> evidence = new TreeMap<>(change.evidence());
        evidence.put("drift", drifted.kind().sentence());
        drifted.facts().forEach((name, text) -> evidence.put("drift." + name, text));
        healBy.ifPresent(by -> evidence.put("drift.healBy", by));
        Optional<WaitingFor> waiting = change.waitingFor().or(() -> healBy.isPresent() ? Optional.empty() : Optional.of(WaitingFor.DRIFT));
        return new PlannedChange(change.key(), change.objectName(), change.generation(), change.kind(), waiting.isPresent() ? ChangeState.WAITING : change.state(),
                waiting, change.dueAt(), change.desired(), change.remoteId(), change.ours(), change.rule(), change.ruleLine(), change.earnedBy(), Reason.DRIFTED, evidence);
    }
}
