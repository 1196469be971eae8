package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.Entitlement;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Member;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.Truth;
import dev.accolade.rules.Award;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.Expiry;
import dev.accolade.rules.Judge;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import dev.accolade.rules.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rules say a person has earned. */
final class Earnings {

    private final RuleBook book;
    private final Judge judge;
    private final Knowledge knowledge;
    private final TargetObjects objects;
    private final Map<String, Map<String, List<Rule>>> byScope;
    private final Map<String, List<Rule>> anyScope;
    private final Map<String, Integer> position = new HashMap<>();

    Earnings(RuleBook book, Knowledge knowledge, TargetObjects objects) {
        this.book = book;
        this.judge = new Judge(knowledge);
        this.knowledge = knowledge;
        this.objects = objects;
        book.rules().forEach(rule -> position.put(rule.id(), position.size()));
        this.byScope = book.rules().stream().filter(rule -> rule.when().scope().isPresent() && scope(rule).isPresent())
                .collect(Collectors.groupingBy(rule -> rule.when().source(), Collectors.groupingBy(rule -> scope(rule).orElseThrow().key().id())));
        this.anyScope = book.rules().stream().filter(rule -> rule.when().scope().isEmpty()).collect(Collectors.groupingBy(rule -> rule.when().source()));
    }

    /** By target and object. Looks only at rules that one of the person's entitlements can make true. */
    Map<GrantKey, Wanted> of(Person person) {
        Map<GrantKey, Wanted> wanted = new LinkedHashMap<>();
        for (Rule rule : candidates(person)) {
            Verdict verdict = judge.judge(rule, person);
            if (verdict.truth() == Truth.TRUE) {
                wanted(rule, person, verdict.because().orElseThrow()).ifPresent(one -> wanted.merge(one.key(), one, Wanted::also));
            }
        }
        return wanted;
    }

    /** Whether the rule still might hold: false only when it surely does not; a rule whose badge class or store is not found stands still. */
    Truth truth(Rule rule, Person person) {
        return objects.id(rule.award()).isEmpty() ? Truth.UNKNOWN : judge.judge(rule, person).truth();
    }

    /** The rules about an object, in the order of the file. */
    List<Rule> rulesOf(String target, String objectId) {
        return book.rules().stream().filter(rule -> rule.award().target().equals(target) && objects.id(rule.award()).filter(objectId::equals).isPresent()).toList();
    }

    boolean knowsEverybody(Rule rule) {
        return (rule.when().scope().isEmpty() || scope(rule).isPresent()) && knowledge.listsEverybody(rule.when().source(), scope(rule));
    }

    /** The exclusion that keeps this person from what the rule earns; empty when that is something else, or nothing. */
    Optional<Exclusion> excluded(Rule rule, Person person) {
        return judge.judge(rule, person).excluded();
    }

    Optional<Rule> rule(String id) {
        return book.rule(id);
    }

    /** Those of the client that a rule earns; empty for a badge. */
    List<String> scopes(Rule rule) {
        return rule.award() instanceof Award.Client client ? client.scopes() : List.of();
    }

    /** False when the rule now earns something else than this grant; true also while nobody can say which object it names. */
    boolean mayStillAward(Rule rule, GrantKey key) {
        return rule.award().target().equals(key.target()) && objects.id(rule.award()).map(key.objectId()::equals).orElse(true);
    }

    private Iterable<Rule> candidates(Person person) {
        Map<Integer, Rule> inFileOrder = new TreeMap<>();
        for (Entitlement held : person.entitlements()) {
            String source = held.scope().source();
            byScope.getOrDefault(source, Map.of()).getOrDefault(held.scope().id(), List.of()).forEach(rule -> inFileOrder.put(position.get(rule.id()), rule));
            anyScope.getOrDefault(source, List.of()).forEach(rule -> inFileOrder.put(position.get(rule.id()), rule));
        }
        return inFileOrder.values();
    }

    private Optional<Wanted> wanted(Rule rule, Person person, Entitlement because) {
        Optional<String> objectId = objects.id(rule.award());
        if (objectId.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = values(rule, person, because);
        GrantKey key = new GrantKey(rule.award().target(), objectId.get(), person.id());
        return desired(rule.award(), objectId.get(), person, values)
                .map(desired -> new Wanted(key, List.of(rule), desired, because, evidence(because, values), Map.of()));
    }

    private static Optional<Desired> desired(Award award, String objectId, Person person, Map<String, String> values) {
        if (award instanceof Award.Badge badge) {
            List<String> evidence = badge.evidence().stream().flatMap(text -> text.filled(values).stream()).toList();
            return Optional.of(new Desired.Badge(person.email(), badge.narrative().flatMap(text -> text.filled(values)), evidence, Optional.empty(),
                    badge.expiry().flatMap(Expiry::at), badge.expiry().flatMap(Expiry::lifetime)));
        }
        Award.Client client = (Award.Client) award;
        return client.authority().filled(values).map(authority -> new Desired.Client(client.title().filled(values).orElse(values.get("member.username")),
                authority, client.scopes(), ClientKey.of(objectId, authority.identifier())));
    }

    private Map<String, String> values(Rule rule, Person person, Entitlement because) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("rule.title", rule.title());
        values.put("right", because.right());
        values.put("scope.id", because.scope().id());
        values.put("scope.name", knowledge.scope(because.scope().source(), because.scope().id()).map(Scope::name).orElse(because.scope().id()));
        person.email().ifPresent(email -> values.put("person.email", email));
        person.member(because.member()).ifPresent(member -> {
            values.put("member.id", member.key().id());
            values.put("member.username", member.username());
            values.put("member.name", member.name().orElse(member.username()));
        });
        return values;
    }

    private static Map<String, String> evidence(Entitlement because, Map<String, String> values) {
        return Map.of("member", because.member().toString(), "username", values.getOrDefault("member.username", because.member().id()),
                "right", because.right(), "scope", because.scope().toString(), "scopeName", values.get("scope.name"),
                "firstSeen", because.firstSeen().toString());
    }

    /** Where the rule asks for a right; empty when it asks anywhere, or when the scope was not found. */
    Optional<Scope> scope(Rule rule) {
        return rule.when().scope().flatMap(name -> knowledge.scope(rule.when().source(), name));
    }

    /** How a person is called in evidence: the first member's user name. */
    static String username(Person person) {
        return person.members().stream().map(Member::username).findFirst().orElse(Person.label(person.id()));
    }
}
