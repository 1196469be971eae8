package dev.accolade.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rules of one file, in its order; ids are unique.
 *
 * @param exclude what stands at the top of the file for every rule; each rule has it too
 */
public record RuleBook(List<Rule> rules, List<Exclusion> exclude) {

    public RuleBook {
        rules = List.copyOf(rules);
        exclude = List.copyOf(exclude);
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** By id. */
    public Map<String, Rule> byId() {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    }
}
