package dev.accolade.cli.view;

import dev.accolade.ledger.view.ShownChange;
import dev.accolade.model.ChangeKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plan as one JSON object. */
public final class PlanJson {

    private PlanJson() {}

    public static Map<String, Object> of(ShownPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plan", plan.summary().id());
        json.put("persons", plan.summary().persons());
        json.put("award", plan.due(ChangeKind.AWARD));
        json.put("update", plan.due(ChangeKind.UPDATE));
        json.put("remove", plan.due(ChangeKind.REVOKE));
        json.put("adopt", plan.due(ChangeKind.ADOPT));
        json.put("renew", plan.due(ChangeKind.RENEW));
        json.put("expire", plan.due(ChangeKind.EXPIRE));
        json.put("mailedForTheFirstTime", plan.firstAwards());
        json.put("held", plan.held());
        json.put("refused", plan.refused());
        json.put("notSent", plan.notSent());
        json.put("erased", plan.erased());
        json.put("onTargets", plan.onTargets());
        json.put("changes", plan.changes().stream().map(PlanJson::of).toList());
        json.put("stoppedRules", plan.stoppedRules());
        json.put("failedReads", plan.failedReads());
        json.put("wouldBeRefused", plan.barred());
        json.put("couldNotBeAsked", plan.unanswered());
        json.put("wouldFail", plan.wouldFail());
        json.put("identity", plan.identity());
        return json;
    }

    public static Map<String, Object> of(ShownChange change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", change.id());
        json.put("kind", change.kind());
        json.put("state", change.state());
        json.put("waitingFor", change.waitingFor());
        json.put("heldBy", change.heldBy());
        json.put("dueAt", change.dueAt());
        json.put("target", change.target());
        json.put("object", change.objectName());
        json.put("person", change.personLabel());
        json.put("username", change.username());
        json.put("recipient", change.recipient());
        json.put("reason", change.reason());
        json.put("rule", change.rule());
        json.put("ruleLine", change.ruleLine());
        json.put("evidence", change.evidence());
        json.put("attempts", change.attempts());
        json.put("message", change.message());
        json.put("barrier", change.barrier());
        return json;
    }
}
