package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.Entitlement;
import dev.accolade.model.GrantKey;
import dev.accolade.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a person has earned on one object, by one or more rules.
 *
 * @param rules   those that hold, in the order of the file
 * @param because the fact that makes the first of them true
 */
record Wanted(GrantKey key, List<Rule> rules, Desired desired, Entitlement because, Map<String, String> evidence) {

    Rule rule() {
        return rules.get(0);
    }

    Map<String, String> earnedBy() {
        Map<String, String> earned = new LinkedHashMap<>();
        rules.forEach(rule -> earned.put(rule.id(), rule.condition()));
        return earned;
    }

    /** The same grant, also earned by another rule: one client holds the scopes of both. */
    Wanted also(Wanted other) {
        List<Rule> both = Stream.concat(rules.stream(), other.rules.stream()).toList();
        if (desired instanceof Desired.Client first && other.desired instanceof Desired.Client second) {
            List<String> scopes = Stream.concat(first.scopes().stream(), second.scopes().stream()).toList();
            return new Wanted(key, both, new Desired.Client(first.title(), first.authority(), scopes, first.key()), because, evidence);
        }
        return new Wanted(key, both, desired, because, evidence);
    }
}
