package dev.accolade.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configured names a rules file may use.
 *
 * @param sources type by name
 * @param targets type by name
 */
public record KnownNames(Map<String, String> sources, Map<String, String> targets) {

    /** What a type of source calls its scopes and rights in a rule. */
    record Vocabulary(String scopeWord, String rightWord, List<String> rights, boolean scopeRequired) {}

    private static final Map<String, Vocabulary> VOCABULARIES = Map.of(
            "fas", new Vocabulary("group", "role", List.of("user", "sponsor", "administrator"), true),
            "cave", new Vocabulary("group", "role", List.of("member", "admin"), true),
            "cloudspot", new Vocabulary("company", "permission", List.of(), false));

    public KnownNames {
        sources = new TreeMap<>(sources);
        targets = new TreeMap<>(targets);
    }

    Vocabulary vocabulary(String source) {
        return VOCABULARIES.get(sources.get(source));
    }
}
