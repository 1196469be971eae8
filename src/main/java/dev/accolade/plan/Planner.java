package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Person;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import dev.accolade.rules.Knowledge;
import dev.accolade.rules.RuleBook;
import java.time.Instant;
import java.util.HashMap;
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
    private final Narrowing narrowing;

    public Planner(RuleBook book, Knowledge knowledge, TargetObjects objects, Instant now) {
        this.earnings = new Earnings(book, knowledge, objects);
        this.leaving = new Leaving(earnings, now);
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
        Map<GrantKey, Grant> live = grants.stream().filter(Grant::live).collect(Collectors.toMap(Grant::key, Function.identity()));
        Map<GrantKey, Integer> generations = new HashMap<>();
        grants.forEach(grant -> generations.merge(grant.key(), grant.generation(), Math::max));
        Map<GrantKey, OpenChange> unfinished = open.stream().collect(Collectors.toMap(OpenChange::key, Function.identity()));
        PersonPlan plan = new PersonPlan();
        Set<GrantKey> keys = new LinkedHashSet<>(wanted.keySet());
        keys.addAll(live.keySet());
        keys.addAll(unfinished.keySet());
        for (GrantKey key : keys) {
            Optional<OpenChange> pending = Optional.ofNullable(unfinished.get(key));
            if (pending.filter(OpenChange::untouchable).isPresent()) {
                plan.leaveOpen();
                continue;
            }
            Optional<PlannedChange> change = wanted.containsKey(key)
                    ? earned(person, wanted.get(key), Optional.ofNullable(live.get(key)), generations.getOrDefault(key, 0), holdings, plan)
                    : Optional.ofNullable(live.get(key)).flatMap(grant -> leaving.change(person, grant, plan));
            settle(plan, pending, change);
        }
        return plan;
    }

    private Optional<PlannedChange> earned(Person person, Wanted earnedNow, Optional<Grant> live, int generation, Holdings holdings, PersonPlan plan) {
        if (live.isEmpty()) {
            return holdings.find(earnedNow.key().target(), earnedNow.key().objectId(), recipient(earnedNow.desired()))
                    .map(found -> adopt(earnedNow, generation + 1, found))
                    .or(() -> awardedAnew(earnedNow, generation + 1, holdings.drifted(earnedNow.key()).filter(found -> found.kind().isLoss())));
        }
        Grant grant = live.get();
        Wanted wanted = earnings.withWhatStays(earnedNow, grant, person);
        Optional<PlannedChange> update = update(wanted, grant, holdings.drifted(grant.key()).filter(found -> !found.kind().isLoss()));
        plan.note(grant, update.filter(Narrowing::isOne).isPresent() ? grant.earnedBy() : wanted.earnedBy(), Optional.empty());
        if (update.isEmpty()) {
            plan.keep();
        }
        return update;
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
    private static Optional<PlannedChange> awardedAnew(Wanted wanted, int generation, Optional<Drifted> drifted) {
        return drifted.filter(Drifted::accepted).isPresent() ? Optional.empty()
                : Optional.of(drifted.map(found -> Healing.of(award(wanted, generation), found, wanted.rule())).orElseGet(() -> award(wanted, generation)));
    }

    /** What the rules about an object say together, for things on it that no grant accounts for. */
    public ObjectRules rulesAbout(String target, String objectId) {
        return new ObjectRules(earnings, earnings.rulesOf(target, objectId));
    }

    private static String recipient(Desired desired) {
        return desired instanceof Desired.Client client ? client.key() : ((Desired.Badge) desired).recipient().orElse("");
    }

    private static PlannedChange adopt(Wanted wanted, int generation, Holding found) {
        return change(wanted, generation, ChangeKind.ADOPT, Reason.ON_TARGET_ALREADY, Optional.of(found.remoteId()), found.ours());
    }

    private static PlannedChange award(Wanted wanted, int generation) {
        Reason reason = generation == 1 ? Reason.EARNED : Reason.RETURNED;
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
