package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Lifetime;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.Truth;
import dev.accolade.rules.Award;
import dev.accolade.rules.Expiry;
import dev.accolade.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What happens when the end of a badge comes near, and after it. The clock here only says when to ask: the target says whether it has ended. */
final class Expiring {

    private final Earnings earnings;
    private final Instant now;

    Expiring(Earnings earnings, Instant now) {
        this.earnings = earnings;
        this.now = now;
    }

    /** Moves the end away, by as much as the rule says, from the old end on; so its day does not wander, whenever it is done. */
    Optional<PlannedChange> renewal(Wanted wanted, Grant grant) {
        Optional<Lifetime> renew = expiry(wanted).flatMap(Expiry::renew);
        Optional<Instant> opens = renew.flatMap(before -> grant.end().map(before::before));
        if (opens.isEmpty() || !grant.ours() || now.isBefore(opens.get())) {
            return Optional.empty();
        }
        Instant end = expiry(wanted).flatMap(Expiry::lifetime).orElseThrow().after(grant.end().get());
        Map<String, String> evidence = new TreeMap<>(wanted.evidence());
        evidence.put("ends", grant.end().get().toString());
        evidence.put("until", end.toString());
        evidence.put("opens", opens.get().toString());
        return Optional.of(new PlannedChange(grant.key(), wanted.rule().award().objectName(), grant.generation(), ChangeKind.RENEW, ChangeState.PLANNED, Optional.empty(),
                Optional.empty(), ((Desired.Badge) grant.shown()).ending(Optional.of(end)), Optional.of(grant.remoteId()), true, wanted.rule().id(), wanted.rule().line(),
                wanted.earnedBy(), Reason.RENEWED, evidence));
    }

    boolean isOver(Grant grant) {
        return grant.end().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Nothing is taken away by it, so neither a rule's grace nor a limit concerns it, and it is no matter who made the badge. */
    PlannedChange end(Person person, Grant grant) {
        String id = grant.earnedBy().keySet().stream().sorted().findFirst().orElse("none");
        Optional<Rule> rule = earnings.rule(id).filter(one -> earnings.mayStillAward(one, grant.key()));
        Map<String, String> evidence = Map.of("username", Earnings.username(person), "ends", grant.end().orElseThrow().toString());
        return new PlannedChange(grant.key(), rule.map(one -> one.award().objectName()).orElse(grant.key().objectId()), grant.generation(), ChangeKind.EXPIRE,
                ChangeState.PLANNED, Optional.empty(), Optional.empty(), grant.shown(), Optional.of(grant.remoteId()), grant.ours(), id,
                rule.map(Rule::line).orElse(0), grant.earnedBy(), Reason.EXPIRED, evidence);
    }

    /** Whether what is earned may be made: not where it would be over already, and not again after it ran out, unless the rule or the person gives a reason. */
    boolean mayBeMade(Wanted wanted, Optional<Grant> last) {
        Optional<Expiry> expiry = expiry(wanted);
        Optional<Instant> at = expiry.flatMap(Expiry::at);
        if (at.isPresent() && !now.isBefore(at.get())) {
            return false;
        }
        Optional<Grant> expired = last.filter(Grant::expired);
        boolean another = expiry.isEmpty() || expiry.get().renew().isPresent() || at.isPresent() && expired.flatMap(Grant::end).filter(at.get()::isAfter).isPresent();
        return expired.isEmpty() || another || expired.get().leftSince().isPresent();
    }

    /** Somebody whose badge ran out no longer earns it: when they earn it anew, they are given it anew. */
    void left(Person person, Grant expired, PersonPlan plan) {
        List<Rule> rules = expired.earnedBy().keySet().stream().flatMap(id -> earnings.rule(id).stream())
                .filter(rule -> earnings.mayStillAward(rule, expired.key())).toList();
        if (rules.stream().allMatch(rule -> earnings.truth(rule, person) == Truth.FALSE)) {
            plan.note(expired, expired.earnedBy(), Optional.of(now));
        }
    }

    /** Of the first rule of the file that holds. */
    private static Optional<Expiry> expiry(Wanted wanted) {
        return wanted.rule().award() instanceof Award.Badge badge ? badge.expiry() : Optional.empty();
    }
}
