package dev.accolade.plan;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Desired;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An award to somebody whose address nobody knows: it waits, bears the day it began to wait once it is known, and expires.
 *
 * <p>Since when it waits stands in its evidence, and goes on from change to change while one is open.
 */
final class Awaiting {

    static final String SINCE = "waitingSince";

    private final Duration longest;
    private final Instant now;

    /** @param longest how long an award waits for an address */
    Awaiting(Duration longest, Instant now) {
        this.longest = longest;
        this.now = now;
    }

    /** The award as it is when nobody has waited for anything, or held and dated as its waiting asks for. */
    PlannedChange held(PlannedChange award, Optional<OpenChange> pending) {
        if (award.kind() != ChangeKind.AWARD || !(award.desired() instanceof Desired.Badge badge)) {
            return award;
        }
        Optional<Instant> since = pending.flatMap(open -> Optional.ofNullable(open.evidence().get(SINCE))).map(Instant::parse);
        boolean expired = pending.filter(open -> hasExpired(open, since)).isPresent();
        if (badge.recipient().isEmpty()) {
            return change(award, badge, since.orElse(now), Optional.of(expired ? WaitingFor.EXPIRED : WaitingFor.IDENTITY), award.reason());
        }
        return since.map(from -> change(award, badge.issuedOn().isPresent() ? badge : badge.issuedOn(from), from, expired ? Optional.of(WaitingFor.APPROVAL) : Optional.empty(),
                expired ? Reason.LATE : award.reason())).orElse(award);
    }

    /** What was released in time stays so; what came too late stays held until somebody says yes. */
    private boolean hasExpired(OpenChange open, Optional<Instant> since) {
        boolean waits = open.waitingFor().filter(WaitingFor.IDENTITY::equals).isPresent();
        return open.waitingFor().filter(why -> why == WaitingFor.EXPIRED).isPresent() || isLate(open)
                || waits && since.filter(from -> from.plus(longest).isBefore(now)).isPresent();
    }

    private static boolean isLate(OpenChange open) {
        return open.evidence().containsKey(SINCE) && open.waitingFor().filter(WaitingFor.APPROVAL::equals).isPresent();
    }

    private static PlannedChange change(PlannedChange award, Desired.Badge desired, Instant since, Optional<WaitingFor> waiting, Reason reason) {
        Map<String, String> evidence = new TreeMap<>(award.evidence());
        evidence.put(SINCE, since.toString());
        return new PlannedChange(award.key(), award.objectName(), award.generation(), award.kind(), waiting.isPresent() ? ChangeState.WAITING : ChangeState.PLANNED, waiting,
                award.dueAt(), desired, award.remoteId(), award.ours(), award.rule(), award.ruleLine(), award.earnedBy(), reason, evidence);
    }
}
