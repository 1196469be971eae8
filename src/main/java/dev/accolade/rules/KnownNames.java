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

    /**
     * What a type of source calls its scopes and rights in a rule.
     *
     * @param statuses     of accounts; empty when the source tells none
     * @param enrolledOnly whether it tells only of accounts that were enrolled
     */
    record Vocabulary(String scopeWord, String rightWord, List<String> rights, boolean scopeRequired, List<String> statuses, boolean enrolledOnly) {}

    private static final List<String> FAS_STATUSES =
            List.of("active", "inactive", "expired", "admin_disabled", "bot", "spamcheck_awaiting", "spamcheck_manual", "spamcheck_denied");

    private static final Map<String, Vocabulary> VOCABULARIES = Map.of(
            "fas", new Vocabulary("group", "role", List.of("user", "sponsor", "administrator"), true, FAS_STATUSES, false),
            "cave", new Vocabulary("group", "role", List.of("member", "admin"), true, List.of(), false),
            "cloudspot", new Vocabulary("company", "permission", List.of(), false, List.of(), true));

    public KnownNames {
        sources = new TreeMap<>(sources);
        targets = new TreeMap<>(targets);
    }

    Vocabulary vocabulary(String source) {
        return VOCABULARIES.get(sources.get(source));
    }
}
