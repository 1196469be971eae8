package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.Rule;
import dev.accolade.rules.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what a person has earned with what the targets have, and says what is to be changed. */
public final class Planner {

    private final Earnings earnings;
    private final Leaving leaving;
    private final Expiring expiring;
    private final Staying staying;
    private final Narrowing narrowing;
    private final Awaiting awaiting;
    private final Instant now;

    /** @param identityWait how long an award waits for its person's address */
    public Planner(RuleBook book, Knowledge knowledge, TargetObjects objects, Instant now, Duration identityWait) {
        this.now = now;
        this.awaiting = new Awaiting(identityWait, now);
        this.earnings = new Earnings(book, knowledge, objects);
        this.leaving = new Leaving(earnings, now);
        this.expiring = new Expiring(earnings, now);
        this.staying = new Staying(earnings, now);
        this.narrowing = new Narrowing(earnings);
    }

    /** What a target was found to have for a recipient of an object; empty when nothing. */
    public interface Holdings {
        Optional<Holding> find(String target, String objectId, String recipient);

        /** What somebody else did to a grant there; empty while it is as the ledger has it. */
        default Optional<Drifted> drifted(GrantKey key) {
            return Optional.empty();
        }
    }

    /**
     * @param grants   all generations of this person's grants, ended ones too
     * @param open     this person's unfinished changes, at most one per grant key
     * @param holdings what the targets were found to have beyond the grants
     */
    public PersonPlan plan(Person person, List<Grant> grants, List<OpenChange> open, Holdings holdings) {
        Map<GrantKey, Wanted> wanted = earnings.of(person);
        Lineage lineage = new Lineage(grants);
        Map<GrantKey, OpenChange> unfinished = open.stream().collect(Collectors.toMap(OpenChange::key, Function.identity()));
        PersonPlan plan = new PersonPlan();
        Set<GrantKey> keys = new LinkedHashSet<>(wanted.keySet());
        lineage.concerned().forEach(keys::add);
        keys.addAll(unfinished.keySet());
        for (GrantKey key : keys) {
            Optional<OpenChange> pending = Optional.ofNullable(unfinished.get(key));
            if (pending.filter(OpenChange::untouchable).isPresent()) {
                plan.leaveOpen();
                continue;
            }
            Optional<PlannedChange> change = change(person, key, Optional.ofNullable(wanted.get(key)), lineage, holdings, plan).map(one -> awaiting.held(one, pending));
            settle(plan, pending, change);
        }
        return plan;
    }

    private Optional<PlannedChange> change(Person person, GrantKey key, Optional<Wanted> wanted, Lineage lineage, Holdings holdings, PersonPlan plan) {
        Optional<Grant> live = lineage.live(key);
        if (live.isPresent()) {
            Optional<PlannedChange> renewal = wanted.flatMap(one -> expiring.renewal(one, live.get()));
            return renewal.isEmpty() && expiring.isOver(live.get()) ? Optional.of(expiring.end(person, live.get()))
                    : wanted.isPresent() ? stays(person, wanted.get(), live.get(), renewal, holdings, plan) : leaving.change(person, live.get(), plan);
        }
        if (wanted.isPresent()) {
            return make(wanted.get(), lineage, holdings);
        }
        lineage.last(key).filter(Grant::expired).ifPresent(expired -> expiring.left(person, expired, plan));
        return Optional.empty();
    }

    private Optional<PlannedChange> make(Wanted wanted, Lineage lineage, Holdings holdings) {
        GrantKey key = wanted.key();
        Wanted told = wanted.evidence(lineage.evidence(key, wanted.evidence()));
        Optional<Holding> found = holdings.find(key.target(), key.objectId(), recipient(wanted.desired()));
        if (found.isPresent()) {
            return Optional.of(adopt(told, lineage.next(key), found.get()));
        }
        boolean moved = Readdressing.firstIssued(lineage.last(key)).isPresent();
        return expiring.mayBeMade(wanted, lineage.last(key))
                ? awardedAnew(award(told.asBefore(lineage.last(key)), lineage.next(key), moved), wanted.rule(), holdings.drifted(key).filter(drift -> drift.kind().isLoss())) : Optional.empty();
    }

    private Optional<PlannedChange> stays(Person person, Wanted earnedNow, Grant grant, Optional<PlannedChange> renewal, Holdings holdings, PersonPlan plan) {
        Staying.Kept kept = staying.of(earnedNow.asBefore(Optional.of(grant)), grant, person);
        Wanted wanted = kept.wanted();
        boolean older = Readdressing.isOnOlderAddress(person, grant);
        if (renewal.isPresent()) {
            plan.note(grant, wanted.earnedBy(), Optional.empty(), kept.leaving());
            plan.mark(grant, Optional.empty(), older, wanted.evidence());
            return renewal;
        }
        Optional<PlannedChange> change = older && Readdressing.isWanted(wanted, grant) ? Optional.of(Readdressing.revoke(wanted, grant, now))
                : update(wanted, grant, holdings.drifted(grant.key()).filter(found -> !found.kind().isLoss()));
        plan.note(grant, change.filter(Narrowing::isOne).isPresent() ? grant.earnedBy() : wanted.earnedBy(), Optional.empty(), kept.leaving());
        plan.mark(grant, grant.past().recast().filter(recast -> change.filter(Narrowing::isOne).isPresent()), older, wanted.evidence());
        if (change.isEmpty()) {
            plan.keep();
        }
        return change;
    }

    /** Until what a rule had earned is taken, the grant goes on saying that it was that rule's. */
    private Optional<PlannedChange> update(Wanted wanted, Grant grant, Optional<Drifted> drifted) {
        Desired desired = wanted.desired() instanceof Desired.Client ? wanted.desired() : grant.shown();
        if (!grant.ours() || desired.equals(grant.shown()) && drifted.isEmpty()) {
            return Optional.empty();
        }
        PlannedChange update = narrowing.mark(grant, change(wanted.showing(desired), grant.generation(), ChangeKind.UPDATE, Reason.ATTRIBUTES_DIFFER, Optional.of(grant.remoteId()), true));
        return Optional.of(drifted.map(found -> Healing.of(update, found, wanted.rule())).orElse(update));
    }

    /** What somebody else took away is not made again unasked; nor at all once an operator wants it to stay so. */
    private static Optional<PlannedChange> awardedAnew(PlannedChange award, Rule rule, Optional<Drifted> drifted) {
        return drifted.filter(Drifted::accepted).isPresent() ? Optional.empty() : Optional.of(drifted.map(found -> Healing.of(award, found, rule)).orElse(award));
    }

    private static String recipient(Desired desired) {
        return desired instanceof Desired.Client client ? client.key() : ((Desired.Badge) desired).recipient().orElse("");
    }

    private static PlannedChange adopt(Wanted wanted, int generation, Holding found) {
        return change(wanted.foundUnder(found.recipient()), generation, ChangeKind.ADOPT, Reason.ON_TARGET_ALREADY, Optional.of(found.remoteId()), found.ours());
    }

    private static PlannedChange award(Wanted wanted, int generation, boolean again) {
        Reason reason = generation == 1 ? Reason.EARNED : again ? Reason.REISSUED : Reason.RETURNED;
        return change(wanted, generation, ChangeKind.AWARD, reason, Optional.empty(), true);
    }

    private static PlannedChange change(Wanted wanted, int generation, ChangeKind kind, Reason reason, Optional<String> remoteId, boolean ours) {
        boolean addressed = !(wanted.desired() instanceof Desired.Badge badge) || badge.recipient().isPresent();
        return new PlannedChange(wanted.key(), wanted.rule().award().objectName(), generation, kind,
                addressed ? ChangeState.PLANNED : ChangeState.WAITING, addressed ? Optional.empty() : Optional.of(WaitingFor.IDENTITY), Optional.empty(),
                wanted.desired(), remoteId, ours, wanted.rule().id(), wanted.rule().line(), wanted.earnedBy(), reason, wanted.evidence());
    }

    /** What was planned before stays when it is still the same, so that its approval and its turn are not lost. */
    private static void settle(PersonPlan plan, Optional<OpenChange> pending, Optional<PlannedChange> change) {
        if (pending.isPresent() && change.isPresent() && pending.get().same(change.get())) {
            if (!pending.get().dropped()) {
                plan.leaveOpen();
            }
            if (pending.get().waitingFor().filter(WaitingFor.GRACE::equals).isPresent() && change.get().waitingFor().isEmpty()) {
                plan.nowDue(pending.get());
            }
            return;
        }
        pending.ifPresent(plan::supersede);
        change.ifPresent(plan::plan);
    }
}
