package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.Outcome;
import dev.accolade.model.StepKind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;

/** Writes what became of claimed changes, many in one commit; a worker whose lease has run out settles nothing. */
public final class Settlements {

    /** What was revoked for its address alone is certainly gone now, so it may be issued to the new one, as the same plan says. */
    private static final String ISSUE_AGAIN = """
            insert into change (plan, target, object_id, object_name, person, generation, kind, state, rule, rule_line, reason, evidence_json, desired_json, earned_by_json, ours)
            select plan, target, object_id, object_name, person, generation + 1, 'AWARD', 'PLANNED', rule, rule_line, 'REISSUED', json_remove(evidence_json, '$.reason'),
                desired_json, earned_by_json, 1 from change
            where id = ? and reason = 'READDRESSED' and person not in (select person from erasure) on conflict do nothing""";

    private final GroupCommit commits;
    private final Clock clock;

    public Settlements(GroupCommit commits, Clock clock) {
        this.commits = commits;
        this.clock = clock;
    }

    /**
     * Returns when it is durable.
     *
     * @return false when the lease had run out and nothing was written: whoever has the change now looks at the target
     */
    public boolean settle(Settlement settlement) {
        return commits.commit(handle -> settle(handle, settlement, clock.millis()));
    }

    /** The same without waiting: the answer comes once it is durable. */
    public CompletableFuture<Boolean> submit(Settlement settlement) {
        return commits.submit(handle -> settle(handle, settlement, clock.millis()));
    }

    private static boolean settle(Handle handle, Settlement settlement, long now) {
        Breaker.note(handle, settlement, now);
        return switch (settlement.outcome()) {
            case APPLIED, ALREADY_SO -> done(handle, settlement, now);
            case REFUSED -> end(handle, settlement, "REFUSED", 0, now);
            case RETRY_LATER -> again(handle, settlement, now, false);
            case UNKNOWN -> again(handle, settlement, now, true);
        };
    }

    private static boolean done(Handle handle, Settlement settlement, long now) {
        if (belongsToAnother(handle, settlement)) {
            return looked(handle, settlement.claim(), end(handle, new Settlement(settlement.claim(), Outcome.REFUSED, settlement.remoteId(), settlement.ours(), "What the target has for this address, "
                    + settlement.remoteId().orElse("") + ", already stands for another person's grant. Nothing was written; find out who holds the address.",
                    settlement.notBefore()), "REFUSED", 0, now));
        }
        if (!end(handle, settlement, "DONE", 0, now)) {
            return false;
        }
        if (settlement.over().isPresent()) {
            Ends.end(handle, settlement.claim(), settlement.over(), now);
            Drifts.over(handle, now, settlement);
            return true;
        }
        switch (settlement.claim().kind()) {
            case AWARD, ADOPT -> award(handle, settlement, now);
            case UPDATE -> update(handle, settlement);
            case REVOKE -> {
                Ends.end(handle, settlement.claim(), Optional.empty(), now);
                handle.execute(ISSUE_AGAIN, settlement.claim().id());
            }
            case RENEW, EXPIRE -> Ends.show(handle, settlement);
        }
        Drifts.settled(handle, now, settlement.claim());
        return true;
    }

    /** What an earlier attempt may have made is found now, and accounted for; so the change may be planned anew, for another address too. */
    private static boolean looked(Handle handle, Claim claim, boolean settled) {
        if (settled) {
            handle.execute("update change set look_first = 0 where id = ?", claim.id());
        }
        return settled;
    }

    private static boolean belongsToAnother(Handle handle, Settlement settlement) {
        Claim claim = settlement.claim();
        return claim.kind() != ChangeKind.REVOKE && settlement.remoteId().flatMap(remote -> handle.createQuery(
                "select 1 from grants where target = ? and remote_id = ? and state = 'LIVE' and not (person = (select person from change where id = ?) and object_id = ?)")
                .bind(0, claim.key().target()).bind(1, remote).bind(2, claim.id()).bind(3, claim.key().objectId()).mapTo(Integer.class).findOne()).isPresent();
    }

    private static void award(Handle handle, Settlement settlement, long now) {
        Claim claim = settlement.claim();
        handle.execute("""
                insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since, issued_on, member, sent)
                select target, object_id, person, generation, 'LIVE', ?, ?, ?, earned_by_json, ?, ?, json_extract(evidence_json, '$.member'), ? from change where id = ?""",
                settlement.remoteId().orElseThrow(() -> new IllegalArgumentException("an award was settled without the target's id: " + claim)),
                settlement.ours() ? 1 : 0, Ends.shown(settlement), now, issuedOn(settlement).map(Instant::toEpochMilli).orElse(now),
                settlement.outcome() == Outcome.APPLIED ? 1 : 0, claim.id());
    }

    private static Optional<Instant> issuedOn(Settlement settlement) {
        return settlement.issuedOn().or(() -> settlement.claim().desired() instanceof Desired.Badge badge ? badge.issuedOn() : Optional.empty());
    }

    private static void update(Handle handle, Settlement settlement) {
        handle.execute("""
                update grants set shown_json = (select desired_json from change where id = ?), earned_by_json = (select earned_by_json from change where id = ?), baseline_json = null,
                    sent = max(sent, ?)
                where person = (select person from change where id = ?) and target = ? and object_id = ? and state = 'LIVE'""", settlement.claim().id(), settlement.claim().id(), settlement.outcome() == Outcome.APPLIED ? 1 : 0,
                settlement.claim().id(), settlement.claim().key().target(), settlement.claim().key().objectId());
    }

    /** Where nothing can have happened, the intent is void: the day on which it really happens counts against the limits. */
    private static boolean again(Handle handle, Settlement settlement, long now, boolean look) {
        boolean lookFirst = look || settlement.claim().lookFirst();
        long notBefore = settlement.notBefore().map(Instant::toEpochMilli).orElse(now);
        if (!end(handle, settlement, lookFirst ? "UNKNOWN" : "PLANNED", notBefore, now)) {
            return false;
        }
        handle.execute(lookFirst ? "update change set look_first = " + Claims.HAS_EFFECT + " where id = ?" : "update change set claimed_at = null where id = ?", settlement.claim().id());
        return true;
    }

    /** The number of the attempt tells a late answer of this owner from its own later claim. */
    private static boolean end(Handle handle, Settlement settlement, String state, long notBefore, long now) {
        boolean ended = handle.createUpdate("""
                update change set state = :state, outcome = :outcome, message = :message, remote_id = coalesce(:remote, remote_id), not_before = :notBefore,
                    lease_owner = null, lease_until = null, ended_at = case when :state in ('DONE', 'REFUSED') then :now end
                where id = :id and state = 'CLAIMED' and lease_owner = :owner and attempts = :attempts""").bind("attempts", settlement.claim().attempts()).bind("state", state).bind("outcome", settlement.outcome().name())
                .bind("message", settlement.message()).bind("remote", settlement.remoteId().orElse(null)).bind("notBefore", notBefore).bind("now", now)
                .bind("id", settlement.claim().id()).bind("owner", settlement.claim().owner()).execute() == 1;
        if (ended) {
            ChangeSteps.add(handle, now, StepKind.SETTLED, List.of(settlement.claim().id()));
        }
        return ended;
    }
}
