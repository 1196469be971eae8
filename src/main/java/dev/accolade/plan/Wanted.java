package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.Entitlement;
import dev.accolade.model.GrantKey;
import dev.accolade.rules.Award;
import dev.accolade.rules.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person has earned on one object, by one or more rules.
 *
 * @param rules   those that hold, in the order of the file
 * @param because the fact that makes the first of them true
 * @param staying ids of rules that earned it before and have not surely ended, to the condition under which they were last seen to hold
 */
record Wanted(GrantKey key, List<Rule> rules, Desired desired, Entitlement because, Map<String, String> evidence,
              Map<String, String> staying) {

    Rule rule() {
        return rules.get(0);
    }

    /** The same, with other evidence. */
    Wanted evidence(Map<String, String> other) {
        return new Wanted(key, rules, desired, because, other, staying);
    }

    Map<String, String> earnedBy() {
        Map<String, String> earned = new LinkedHashMap<>(staying);
        rules.forEach(rule -> earned.put(rule.id(), rule.condition()));
        return earned;
    }

    /** What the target keeps of an earlier generation: a client's key never changes there, and a badge that was readdressed has its first date. */
    Wanted asBefore(Optional<Grant> last) {
        Optional<Desired> kept = desired instanceof Desired.Client client
                ? last.filter(Grant::ours).map(Grant::shown).filter(Desired.Client.class::isInstance).map(shown -> client.under(((Desired.Client) shown).key()))
                : Readdressing.firstIssued(last).map(date -> ((Desired.Badge) desired).again(date, last.flatMap(Grant::end)));
        return kept.map(this::showing).orElse(this);
    }

    /** The same; a client under the key it has. */
    Wanted foundUnder(String givenKey) {
        return desired instanceof Desired.Client client ? showing(client.under(givenKey)) : this;
    }

    /** The same grant, to look otherwise. */
    Wanted showing(Desired other) {
        return new Wanted(key, rules, other, because, evidence, staying);
    }

    /** The same grant, also earned by another rule: one client holds the scopes of both. */
    Wanted also(Wanted other) {
        List<Rule> both = Stream.concat(rules.stream(), other.rules.stream()).toList();
        if (desired instanceof Desired.Client first && other.desired instanceof Desired.Client second) {
            List<String> scopes = Stream.concat(first.scopes().stream(), second.scopes().stream()).toList();
            return new Wanted(key, both, new Desired.Client(first.title(), first.authority(), scopes, first.key()), because, evidence, staying);
        }
        return new Wanted(key, both, desired, because, evidence, staying);
    }

    /** The same grant with rules that do not hold for sure, but may not take anything from it either. */
    Wanted with(List<Rule> stay, Map<String, String> conditions) {
        Map<String, String> kept = new LinkedHashMap<>();
        stay.forEach(rule -> kept.put(rule.id(), conditions.get(rule.id())));
        if (!(desired instanceof Desired.Client client)) {
            return new Wanted(key, rules, desired, because, evidence, kept);
        }
        List<String> scopes = Stream.concat(client.scopes().stream(),
                stay.stream().filter(rule -> rule.award() instanceof Award.Client).flatMap(rule -> ((Award.Client) rule.award()).scopes().stream())).toList();
        return new Wanted(key, rules, new Desired.Client(client.title(), client.authority(), scopes, client.key()), because, evidence, kept);
    }
}
