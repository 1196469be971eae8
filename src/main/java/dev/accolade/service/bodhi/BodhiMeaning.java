package dev.accolade.service.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Meaning;
import java.util.Set;
import java.util.TreeSet;

/** What Bodhi's refusals mean: it names the parameters that it does not take. Source: docs/services/bodhi.md, fact 13. */
final class BodhiMeaning implements Meaning {

    @Override
    public String of(JsonReply refusal) {
        Set<String> parameters = refused(refusal);
        return refusal.status() == 400 && !parameters.isEmpty() ? "it does not accept what is given as " + String.join(", ", parameters)
                : Meaning.byStatus(refusal.status());
    }

    /** Names of what was refused; empty when the body is no refusal of Bodhi's own. */
    static Set<String> refused(JsonReply refusal) {
        Set<String> names = new TreeSet<>();
        for (JsonNode error : refusal.json().path("errors")) {
            String name = error.path("name").asText("");
            if (name.matches("[a-z_.0-9]{1,40}")) {
                names.add(name);
            }
        }
        return names;
    }
}
