package dev.accolade.reconcile;

import dev.accolade.ledger.Persons;
import dev.accolade.ledger.view.Generation;
import dev.accolade.ledger.view.Generations;
import dev.accolade.ledger.view.Masked;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.Truth;
import dev.accolade.reconcile.Answer.Said;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.Judge;
import dev.accolade.rules.Rule;
import dev.accolade.rules.Verdict;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says why somebody has what they have, from the rules in force and what is known now; asks nobody else. */
public final class Why {

    /** One badge class or store, as rules call it. */
    private record Named(String target, String object) {}

    private final Persons persons;
    private final Premises premises;
    private final Generations generations;
    private final Status status;
    private final Clock clock;

    public Why(Persons persons, Premises premises, Generations generations, Status status, Clock clock) {
        this.persons = persons;
        this.premises = premises;
        this.generations = generations;
        this.status = status;
        this.clock = clock;
    }

    /**
     * By target and object. Objects that the person never had, and that no rule nearly earns them, are left out unless asked for.
     *
     * @param aliases the person and all that turned out to be the same one
     * @param wanted  name of a badge class or store, as a whole or what stands behind its issuer, or id of a rule; empty for all
     */
    public List<Answer> about(long id, Set<Long> aliases, Optional<String> wanted) {
        Premises.Now now = premises.now(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Optional<Person> person = persons.of(List.of(id), now.moment()).persons().stream().findFirst();
        Map<Named, List<Rule>> rules = new LinkedHashMap<>();
        now.book().rules().forEach(rule -> rules.computeIfAbsent(new Named(rule.award().target(), rule.award().objectName()), key -> new ArrayList<>()).add(rule));
        Map<Named, List<Generation>> had = new LinkedHashMap<>();
        generations.of(aliases).forEach(one -> had.computeIfAbsent(new Named(one.target(), one.objectName()), key -> new ArrayList<>()).add(one));
        Map<Named, ShownChange> open = new LinkedHashMap<>();
        status.openChangesOf(aliases).forEach(change -> open.put(new Named(change.target(), change.objectName()), change));
        Remarks remarks = new Remarks(status, aliases, clock.instant());
        Set<Named> all = new LinkedHashSet<>(rules.keySet());
        all.addAll(had.keySet());
        all.addAll(open.keySet());
        return all.stream().filter(named -> wanted.isEmpty() || means(wanted.get(), named, rules.getOrDefault(named, List.of())))
                .map(named -> answer(now, person, remarks, named, rules.getOrDefault(named, List.of()), had.getOrDefault(named, List.of()), Optional.ofNullable(open.get(named))))
                .filter(answer -> wanted.isPresent() || isOfInterest(answer)).toList();
    }

    private static boolean means(String wanted, Named named, List<Rule> rules) {
        return named.object().equalsIgnoreCase(wanted) || named.object().toLowerCase(Locale.ROOT).endsWith(" / " + wanted.toLowerCase(Locale.ROOT))
                || rules.stream().anyMatch(rule -> rule.id().equals(wanted));
    }

    private static boolean isOfInterest(Answer answer) {
        return !answer.generations().isEmpty() || answer.open().isPresent()
                || answer.rules().stream().anyMatch(said -> said.truth() == Truth.TRUE || said.excludedBy().isPresent());
    }

    private static Answer answer(Premises.Now now, Optional<Person> person, Remarks remarks, Named named, List<Rule> rules, List<Generation> had, Optional<ShownChange> open) {
        Judge judge = new Judge(now.knowledge());
        List<Said> said = rules.stream().map(rule -> person.map(who -> says(now, judge, rule, who, had))
                .orElseGet(() -> new Said(rule.id(), rule.line(), Truth.UNKNOWN, Optional.empty(), "no source tells of this person now"))).toList();
        return new Answer(named.target(), named.object(), said, had, open, remarks.of(named.target(), named.object(), rules, said, had, open));
    }

    private static Said says(Premises.Now now, Judge judge, Rule rule, Person person, List<Generation> had) {
        Verdict verdict = judge.judge(rule, person);
        String sentence = verdict.excluded().isPresent() ? verdict.excluded().get().sentence()
                : verdict.truth() == Truth.TRUE ? "holds: " + verdict.because().map(held -> held.right() + " in "
                        + now.knowledge().scope(held.scope().source(), held.scope().id()).map(Scope::name).map(Masked::text).orElse(held.scope().id())
                        + " of " + held.scope().source()).orElse("")
                : verdict.truth() == Truth.FALSE ? "does not hold: not " + rule.when().sentence() + grace(now, rule, had)
                : "nobody can say now, so nothing is changed: " + unknown(judge, rule, person);
        boolean stands = now.targetObjects().id(rule.award()).isEmpty();
        return new Said(rule.id(), rule.line(), stands ? Truth.UNKNOWN : verdict.truth(), verdict.excluded().map(Exclusion::line), sentence + (stands ? "; but it stands still, for what it awards is not found on the target" : ""));
    }

    /** That other rules hold a client does not end the grace of this one's scopes. */
    private static String grace(Premises.Now now, Rule rule, List<Generation> had) {
        return had.stream().filter(Generation::live).flatMap(one -> Optional.ofNullable(one.leaving().get(rule.id())).stream()).map(since -> since.plus(rule.onLeave().after()))
                .filter(end -> end.isAfter(now.moment())).findFirst().map(end -> "; what it earned stays until " + end).orElse("");
    }

    private static String unknown(Judge judge, Rule rule, Person person) {
        return rule.except().stream().filter(exclusion -> judge.fits(exclusion, person) == Truth.UNKNOWN).findFirst()
                .map(exclusion -> "whether line " + exclusion.line() + " excludes because of " + exclusion.condition().sentence())
                .orElse("whether the person is " + rule.when().sentence());
    }
}
