package dev.accolade.rules;

import dev.accolade.model.Entitlement;
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
        Truth except = rule.except().map(exception -> holds(exception, person).truth()).orElse(Truth.FALSE);
        Truth both = when.truth().and(except.not());
        return both == Truth.TRUE ? when : Verdict.of(both);
    }

    private Verdict holds(Holds condition, Person person) {
        Optional<Scope> scope = condition.scope().flatMap(name -> knowledge.scope(condition.source(), name));
        if (condition.scope().isPresent() && scope.isEmpty()) {
            return Verdict.of(Truth.UNKNOWN);
        }
        if (!known(condition, scope, person)) {
            return Verdict.of(Truth.UNKNOWN);
        }
        return person.entitlements().stream().filter(held -> fits(held, condition, scope))
                .min(Comparator.comparing((Entitlement held) -> held.member().id()).thenComparing(Entitlement::right)
                        .thenComparing(held -> held.scope().id()))
                .map(held -> new Verdict(Truth.TRUE, Optional.of(held))).orElse(Verdict.of(Truth.FALSE));
    }

    private static boolean fits(Entitlement held, Holds condition, Optional<Scope> scope) {
        return held.scope().source().equals(condition.source())
                && scope.map(wanted -> wanted.key().equals(held.scope())).orElse(true)
                && condition.allows(held.right());
    }

    /** Either everybody there was listed, or each of the person's own members in that source was read, and there is at least one. */
    private boolean known(Holds condition, Optional<Scope> scope, Person person) {
        if (knowledge.listsEverybody(condition.source(), scope)) {
            return true;
        }
        List<MemberKey> there = person.members().stream().map(member -> member.key()).filter(key -> key.source().equals(condition.source())).toList();
        return !there.isEmpty() && person.readAlone().containsAll(there);
    }
}
