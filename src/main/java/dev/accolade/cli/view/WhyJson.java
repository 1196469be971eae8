package dev.accolade.cli.view;

import dev.accolade.ledger.view.Generation;
import dev.accolade.model.Person;
import dev.accolade.reconcile.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why somebody has something, as one JSON object. */
public final class WhyJson {

    private WhyJson() {}

    public static Map<String, Object> of(long person, List<Answer> answers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person", Person.label(person));
        json.put("answers", answers.stream().map(WhyJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", answer.target());
        json.put("object", answer.object());
        json.put("rules", answer.rules());
        List<Map<String, Object>> generations = new ArrayList<>();
        Generation before = null;
        for (Generation one : answer.generations()) {
            Map<String, Object> shown = of(one);
            shown.put("previous", before == null ? null : of(before));
            generations.add(shown);
            before = one;
        }
        json.put("generations", generations);
        json.put("open", answer.open().map(PlanJson::of));
        json.put("note", answer.note());
        return json;
    }

    private static Map<String, Object> of(Generation one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", one.generation());
        json.put("live", one.live());
        json.put("remoteId", one.remoteId());
        json.put("ours", one.ours());
        json.put("since", one.since());
        json.put("expires", one.expires());
        json.put("endedAt", one.endedAt());
        json.put("endedWhy", one.endedWhy());
        return json;
    }
}
