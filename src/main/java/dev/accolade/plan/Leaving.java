package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.Truth;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.Exclusion;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens to a live grant that no rule earns now. */
final class Leaving {

    private final Earnings earnings;
    private final Instant now;

    Leaving(Earnings earnings, Instant now) {
        this.earnings = earnings;
        this.now = now;
    }

    Optional<PlannedChange> change(Person person, Grant grant, PersonPlan plan) {
        List<Rule> rules = grant.earnedBy().keySet().stream().flatMap(id -> earnings.rule(id).stream())
                .filter(rule -> earnings.mayStillAward(rule, grant.key())).toList();
        if (rules.stream().anyMatch(rule -> earnings.truth(rule, person) != Truth.FALSE) || !grant.ours()) {
            plan.keep();
            return Optional.empty();
        }
        Instant since = grant.leftSince().orElse(now);
        plan.note(grant, grant.earnedBy(), Optional.of(since));
        boolean ruleChanged = rules.size() < grant.earnedBy().size()
                || rules.stream().anyMatch(rule -> !rule.condition().equals(grant.earnedBy().get(rule.id())));
        if (rules.stream().anyMatch(rule -> rule.onLeave().action() == OnLeave.Action.KEEP)) {
            plan.keep();
            return Optional.empty();
        }
        return Optional.of(revoke(person, grant, rules, since, ruleChanged));
    }

    private PlannedChange revoke(Person person, Grant grant, List<Rule> rules, Instant since, boolean ruleChanged) {
        Duration grace = rules.stream().map(rule -> rule.onLeave().after()).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        Instant due = since.plus(grace);
        Optional<WaitingFor> waiting = ruleChanged ? Optional.of(WaitingFor.APPROVAL)
                : due.isAfter(now) ? Optional.of(WaitingFor.GRACE) : Optional.empty();
        Optional<Exclusion> excluded = rules.stream().flatMap(one -> earnings.excluded(one, person).stream()).findFirst();
        String rule = rules.stream().map(Rule::id).findFirst().orElseGet(() -> grant.earnedBy().keySet().stream().sorted().findFirst().orElse("none"));
        return new PlannedChange(grant.key(), rules.stream().map(one -> one.award().objectName()).findFirst().orElse(grant.key().objectId()),
                grant.generation(), ChangeKind.REVOKE, waiting.isPresent() ? ChangeState.WAITING : ChangeState.PLANNED, waiting,
                grace.isZero() ? Optional.empty() : Optional.of(due), grant.shown(), Optional.of(grant.remoteId()), true, rule,
                rules.stream().mapToInt(Rule::line).findFirst().orElse(0), grant.earnedBy(), ruleChanged ? Reason.RULE_CHANGED : excluded.isPresent() ? Reason.EXCLUDED : Reason.LEFT,
                evidence(person, grant, rules, excluded, since));
    }

    private Map<String, String> evidence(Person person, Grant grant, List<Rule> rules, Optional<Exclusion> excluded, Instant since) {
        Map<String, String> evidence = new TreeMap<>();
        evidence.put("username", Earnings.username(person));
        evidence.put("noLonger", grant.earnedBy().values().stream().sorted().findFirst().orElse("earned by a rule"));
        evidence.put("leftSince", since.toString());
        excluded.ifPresent(exclusion -> evidence.put("excludedBy", exclusion.condition().sentence()));
        rules.stream().findFirst().flatMap(earnings::scope).ifPresent(scope -> evidence.put("scope", scope.key().toString()));
        rules.stream().findFirst().ifPresent(rule -> evidence.put("reason", rule.onLeave().reason()));
        return evidence;
    }
}
