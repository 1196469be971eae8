package dev.accolade.plan;

import dev.accolade.model.Person;
import dev.accolade.model.Truth;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.OnDrift;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** All rules about one badge class or store. Where there is none, or they stand still, nothing is sure. */
public final class ObjectRules {

    private final Earnings earnings;
    private final List<Rule> rules;

    private ObjectRules(Earnings earnings, List<Rule> rules) {
        this.earnings = earnings;
        this.rules = rules;
    }

    /** What the rules about an object say together, for things on it that no grant accounts for. */
    public static ObjectRules about(String target, String objectId, RuleBook book, Knowledge knowledge, TargetObjects objects) {
        Earnings earnings = new Earnings(book, knowledge, objects);
        return new ObjectRules(earnings, earnings.rulesOf(target, objectId));
    }

    /** Whether this person surely has not earned it now, and would not keep it either. */
    public boolean surelyUnearned(Person person) {
        return losable() && rules.stream().allMatch(rule -> earnings.truth(rule, person) == Truth.FALSE);
    }

    /** Whether everybody who could have earned it is known, so that an address of nobody's is that of somebody who has not. */
    public boolean knowsEverybody() {
        return losable() && rules.stream().allMatch(earnings::knowsEverybody);
    }

    /** Under a rule that keeps what was earned once, it may have been. */
    private boolean losable() {
        return !rules.isEmpty() && rules.stream().noneMatch(rule -> rule.onLeave().action() == OnLeave.Action.KEEP);
    }

    /** Whether each of them wants healed what somebody else did. */
    public boolean heal() {
        return !rules.isEmpty() && rules.stream().allMatch(rule -> rule.onDrift() == OnDrift.HEAL);
    }

    /** How long somebody who left would keep it at most. */
    public Duration grace() {
        return rules.stream().map(rule -> rule.onLeave().after()).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** The first of them, for the plan. */
    public String rule() {
        return rules.stream().map(Rule::id).findFirst().orElse("none");
    }

    /** Its line; 0 without any. */
    public int line() {
        return rules.stream().mapToInt(Rule::line).findFirst().orElse(0);
    }
}
