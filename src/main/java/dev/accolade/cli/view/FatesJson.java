package dev.accolade.cli.view;

import dev.accolade.model.Person;
import dev.accolade.saved.Fate;
import dev.accolade.saved.SavedPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the changes of a file, as one JSON object. */
public final class FatesJson {

    private FatesJson() {}

    public static Map<String, Object> of(SavedPlan plan, List<Fate> fates, Map<Fate.Kind, Long> counts, long others) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("plan", plan.plan());
        json.put("madeAt", plan.madeAt());
        for (Fate.Kind kind : Fate.Kind.values()) {
            json.put(name(kind), counts.getOrDefault(kind, 0L));
        }
        json.put("othersLeftAlone", others);
        json.put("changes", fates.stream().map(FatesJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Fate fate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", fate.change().id());
        json.put("became", name(fate.kind()));
        json.put("why", fate.why());
        json.put("kind", fate.change().kind());
        json.put("target", fate.change().target());
        json.put("object", fate.change().object());
        json.put("person", Person.label(fate.change().person()));
        json.put("username", fate.change().username());
        return json;
    }

    /** {@code alreadySo}. */
    private static String name(Fate.Kind kind) {
        String[] words = kind.name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1 ? words[0] : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }
}
