package dev.accolade.rules;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.Scope;
import dev.accolade.model.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says whether a rule holds for a person: yes, no, or unknown. */
public final class Judge {

    private final Knowledge knowledge;

    public Judge(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public Verdict judge(Rule rule, Person person) {
        Verdict when = holds(rule.when(), person);
        if (when.truth() == Truth.FALSE) {
            return when;
        }
        Truth except = Truth.FALSE;
        for (Exclusion exclusion : rule.except()) {
            Truth fits = fits(exclusion, person);
            if (fits == Truth.TRUE) {
                return new Verdict(Truth.FALSE, Optional.empty(), Optional.of(exclusion));
            }
            except = except.or(fits);
        }
        Truth both = when.truth().and(except.not());
        return both == Truth.TRUE ? when : Verdict.of(both);
    }

    /** Whether an exclusion fits a person. */
    public Truth fits(Exclusion exclusion, Person person) {
        if (exclusion.enrolledOnly() && there(exclusion.condition().source(), person).isEmpty()) {
            return Truth.FALSE;
        }
        return exclusion.condition() instanceof Holds right ? holds(right, person).truth() : hasStatus((HasStatus) exclusion.condition(), person);
    }

    private Truth hasStatus(HasStatus condition, Person person) {
        if (!knowledge.listsPeople(condition.source()) && !readAlone(condition.source(), person)) {
            return Truth.UNKNOWN;
        }
        return person.members().stream().anyMatch(member -> member.key().source().equals(condition.source()) && condition.statuses().contains(member.status()))
                ? Truth.TRUE : Truth.FALSE;
    }

    private Verdict holds(Holds condition, Person person) {
        Optional<Scope> scope = condition.scope().flatMap(name -> knowledge.scope(condition.source(), name));
        if (condition.scope().isPresent() && scope.isEmpty()) {
            return Verdict.of(Truth.UNKNOWN);
        }
        if (!known(condition, scope, person)) {
            return Verdict.of(Truth.UNKNOWN);
        }
        List<Entitlement> fitting = person.entitlements().stream().filter(held -> fits(held, condition, scope)).toList();
        return fitting.stream().filter(held -> !held.doubtful())
                .min(Comparator.comparing((Entitlement held) -> held.member().id()).thenComparing(Entitlement::right)
                        .thenComparing(held -> held.scope().id()))
                .map(held -> new Verdict(Truth.TRUE, Optional.of(held), Optional.empty())).orElse(Verdict.of(fitting.isEmpty() ? Truth.FALSE : Truth.UNKNOWN));
    }

    private static boolean fits(Entitlement held, Holds condition, Optional<Scope> scope) {
        return held.scope().source().equals(condition.source())
                && scope.map(wanted -> wanted.key().equals(held.scope())).orElse(true)
                && condition.allows(held.right());
    }

    /** Either everybody there was listed, or each of the person's own members in that source was read, and there is at least one. */
    private boolean known(Holds condition, Optional<Scope> scope, Person person) {
        return knowledge.listsEverybody(condition.source(), scope) || readAlone(condition.source(), person);
    }

    private static boolean readAlone(String source, Person person) {
        List<MemberKey> there = there(source, person);
        return !there.isEmpty() && person.readAlone().containsAll(there);
    }

    private static List<MemberKey> there(String source, Person person) {
        return person.members().stream().map(Member::key).filter(key -> key.source().equals(source)).toList();
    }
}
