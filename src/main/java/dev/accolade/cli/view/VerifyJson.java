package dev.accolade.cli.view;

import dev.accolade.ledger.view.Inspected;
import dev.accolade.ledger.view.ShownDrift;
import dev.accolade.model.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a comparison found: one JSON object for each finding, and one for all. */
public final class VerifyJson {

    private VerifyJson() {}

    public static Map<String, Object> of(ShownDrift one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("finding", one.id());
        json.put("kind", one.kind());
        json.put("state", one.settled().isPresent() ? one.how().orElse("GONE") : one.accepted() ? "ACCEPTED" : "OPEN");
        json.put("target", one.target());
        json.put("object", one.objectName());
        json.put("objectId", one.objectId());
        json.put("remoteId", one.remoteId());
        json.put("person", one.person().map(Person::label));
        json.put("username", one.username());
        json.put("ours", one.ours());
        json.put("curable", one.curable());
        json.put("foundAt", one.foundAt());
        json.put("facts", one.facts());
        json.put("change", one.change());
        json.put("next", one.next());
        return json;
    }

    public static Map<String, Object> summary(List<Inspected> listed, long open) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("summary", true);
        json.put("open", open);
        json.put("objects", listed);
        return json;
    }
}
