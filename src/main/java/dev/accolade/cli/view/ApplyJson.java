package dev.accolade.cli.view;

import dev.accolade.cli.Applying;
import dev.accolade.ledger.view.Barred;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of applied changes, as one JSON object. */
public final class ApplyJson {

    private ApplyJson() {}

    public static Map<String, Object> of(Applying.Result result, Map<String, String> failedReads, List<String> stoppedRules, List<Barred> barred) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("done", result.done());
        json.put("refused", result.refused());
        json.put("later", result.later());
        json.put("held", result.held());
        json.put("notSent", result.barred());
        json.put("wouldBeRefused", barred);
        json.put("troubled", result.troubled().stream().map(PlanJson::of).toList());
        json.put("failedReads", failedReads);
        json.put("stoppedRules", stoppedRules);
        return json;
    }
}
