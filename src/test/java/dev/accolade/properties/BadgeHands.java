package dev.accolade.properties;

import dev.accolade.flow.BadgeEndSteps;
import dev.accolade.flow.BadgeSteps;
import dev.accolade.flow.PushSteps;
import dev.accolade.ledger.Claim;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.AssertionChange;
import dev.accolade.service.badgr.BadgrCheck;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a pusher does to a Badgr for one claim; the answer is written down by what it returns. */
record BadgeHands(FakeBadgr badgr, BadgeSteps steps, BadgeEndSteps ends) implements Function<Claim, Runnable> {

    private static final BadgrCheck RIGHT_CLOCK = new BadgrCheck(List.of(), Optional.of(Duration.ZERO));

    BadgeHands(FakeBadgr badgr, PushSteps push) {
        this(badgr, new BadgeSteps(push, badgr.clock), new BadgeEndSteps(push, badgr.clock));
    }

    @Override
    public Runnable apply(Claim claim) {
        if (claim.kind() == ChangeKind.ADOPT) {
            List<Assertion> found = find(claim);
            return () -> steps.adopted(found, claim);
        }
        if (claim.kind() == ChangeKind.REVOKE) {
            var rows = badgr.revoke(steps.revocation(claim).get(0).entityId());
            return () -> steps.revoked(rows, claim);
        }
        if (claim.kind() == ChangeKind.RENEW || claim.kind() == ChangeKind.EXPIRE) {
            return end(claim);
        }
        if (claim.lookFirst() && steps.foundMade(find(claim), claim, FakeBadgr.SELF)) {
            return () -> { };
        }
        Optional<Assertion> made = badgr.issue(steps.request(claim));
        if (made.isPresent()) {
            return () -> steps.issued(made.get(), claim);
        }
        List<Assertion> found = find(claim);
        return () -> steps.foundDuplicate(found, claim, FakeBadgr.SELF);
    }

    private Runnable end(Claim claim) {
        Assertion there = badgr.get(claim.remoteId().orElseThrow());
        if (claim.kind() == ChangeKind.EXPIRE) {
            return () -> ends.ended(RIGHT_CLOCK, there, claim);
        }
        AssertionChange change = ends.renewal(RIGHT_CLOCK, there, claim);
        if (change == null) {
            return () -> { };
        }
        Assertion renewed = badgr.renew(there.entityId(), change.expires().orElseThrow());
        return () -> ends.renewed(renewed, claim);
    }

    private List<Assertion> find(Claim claim) {
        return badgr.find(claim.key().objectId(), ((Desired.Badge) claim.desired()).recipient().orElseThrow());
    }
}
