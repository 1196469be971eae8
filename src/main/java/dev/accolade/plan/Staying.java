package dev.accolade.plan;

import dev.accolade.model.Person;
import dev.accolade.model.Truth;
import dev.accolade.rules.Award;
import dev.accolade.rules.OnLeave;
import dev.accolade.rules.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What rules that earned a grant before may not take from it, while others hold: those nobody can judge now, those that say keep, and those whose grace is not over. */
final class Staying {

    private final Earnings earnings;
    private final Instant now;

    Staying(Earnings earnings, Instant now) {
        this.earnings = earnings;
        this.now = now;
    }

    /**
     * What is wanted, with what stays.
     *
     * @param leaving rules with a grace that surely do not hold any more, since when; also those whose grace is over and whose scopes are still there
     */
    record Kept(Wanted wanted, Map<String, Instant> leaving) {}

    Kept of(Wanted wanted, Grant grant, Person person) {
        List<Rule> staying = new ArrayList<>();
        Map<String, Instant> leaving = new TreeMap<>();
        grant.earnedBy().keySet().stream().sorted().flatMap(id -> earnings.rule(id).stream())
                .filter(rule -> !wanted.rules().contains(rule) && earnings.mayStillAward(rule, grant.key()))
                .forEach(rule -> {
                    if (rule.onLeave().action() == OnLeave.Action.KEEP || earnings.truth(rule, person) != Truth.FALSE) {
                        staying.add(rule);
                    } else if (rule.award() instanceof Award.Client && rule.onLeave().after().compareTo(Duration.ZERO) > 0) {
                        Instant since = grant.past().leaving().getOrDefault(rule.id(), grant.leftSince().orElse(now));
                        leaving.put(rule.id(), since);
                        if (since.plus(rule.onLeave().after()).isAfter(now)) {
                            staying.add(rule);
                        }
                    }
                });
        return new Kept(wanted.with(staying, grant.earnedBy()), leaving);
    }
}
