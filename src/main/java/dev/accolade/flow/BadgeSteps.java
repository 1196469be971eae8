package dev.accolade.flow;

import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Settlement;
import dev.accolade.model.Desired;
import dev.accolade.model.Outcome;
import dev.accolade.plan.Looks;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.AssertionChange;
import dev.accolade.service.badgr.BadgrConstants;
import dev.accolade.service.badgr.Evidence;
import dev.accolade.service.badgr.IssueRequest;
import dev.accolade.service.badgr.Recipient;
import dev.accolade.service.badgr.Revocation;
import dev.accolade.service.badgr.RevokeRow;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** From a claimed change to a call of {@code badgr:} and back. */
public final class BadgeSteps {

    /** How far the server's clock may be behind ours when it stamps what our lost call made. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final PushSteps push;
    private final Clock clock;

    public BadgeSteps(PushSteps push, Clock clock) {
        this.push = push;
        this.clock = clock;
    }

    /** Names badge class and recipient for the calls that look. */
    public void address(Exchange exchange, @Header(Headers.CLAIM) Claim claim) {
        exchange.getMessage().setHeader(BadgrConstants.BADGE_CLASS, claim.key().objectId());
        claim.desired().addressee().ifPresent(address -> exchange.getMessage().setHeader(BadgrConstants.RECIPIENT, address));
    }

    public IssueRequest request(@Header(Headers.CLAIM) Claim claim) {
        Desired.Badge badge = (Desired.Badge) claim.desired();
        return new IssueRequest(claim.key().objectId(), recipient(claim), badge.narrative(),
                badge.evidence().stream().map(Evidence::at).toList(), badge.issuedOn(), badge.endFrom(clock.instant()), false, false);
    }

    public void issued(@Body Assertion made, @Header(Headers.CLAIM) Claim claim) {
        push.settle(Settlement.done(claim, Outcome.APPLIED, Optional.of(made.entityId()), true, "Awarded.").showing(made.expires()).issuedOn(made.issuedOn()));
    }

    /**
     * After an attempt whose end nobody knows: was it made after all?
     *
     * @param self whom Badgr calls the maker of what our login makes
     * @return whether the change is settled, so that nothing must be sent
     */
    public boolean foundMade(@Body List<Assertion> found, @Header(Headers.CLAIM) Claim claim, @Header("AccoladeSelf") String self) {
        Optional<Assertion> live = live(found).filter(one -> isOfAnAttempt(one, claim, self));
        if (live.isPresent()) {
            push.settle(Settlement.done(claim, Outcome.ALREADY_SO, live.map(Assertion::entityId), true, "An earlier attempt had made it; found by looking.").showing(live.get().expires()).issuedOn(live.get().issuedOn()));
            return true;
        }
        Optional<Assertion> undone = found.stream().filter(one -> one.revoked() && isOfAnAttempt(one, claim, self)).findFirst();
        undone.ifPresent(one -> push.settle(new Settlement(claim, Outcome.REFUSED, Optional.of(one.entityId()), true,
                "An earlier attempt had made it and somebody has revoked it since. It was not made again; decide, then run: accolade apply.", Optional.empty())));
        return undone.isPresent();
    }

    /** What somebody else made, or what was there before the first attempt, is not it: Badgr refuses a second one, and then it is entered as what it is. */
    private static boolean isOfAnAttempt(Assertion one, Claim claim, String self) {
        return one.createdBy().filter(self::equals).isPresent() && !one.createdAt().isBefore(claim.intentAt().minus(CLOCKS_DIFFER));
    }

    /** A survey had found it: is it still live? */
    public void adopted(@Body List<Assertion> found, @Header(Headers.CLAIM) Claim claim) {
        Optional<Assertion> there = found.stream().filter(one -> claim.remoteId().filter(one.entityId()::equals).isPresent() && one.isLive(clock.instant())).findFirst();
        push.adopt(claim, there.isPresent(), there.flatMap(Assertion::expires), there.map(Assertion::issuedOn));
    }

    /** Badgr refused a second award: the first one is looked up and entered, ours or not. */
    public void foundDuplicate(@Body List<Assertion> found, @Header(Headers.CLAIM) Claim claim, @Header("AccoladeSelf") String self) {
        Optional<Assertion> live = live(found).or(() -> lastToEnd(found));
        if (live.isEmpty()) {
            push.settle(new Settlement(claim, Outcome.RETRY_LATER, Optional.empty(), true,
                    "Badgr says this person has the badge, but lists none. Nothing was written.", Optional.of(clock.instant().plus(Backoff.after(claim.attempts(), claim.id())))));
            return;
        }
        boolean ours = live.get().createdBy().filter(self::equals).isPresent();
        push.settle(Settlement.done(claim, Outcome.ALREADY_SO, live.map(Assertion::entityId), ours,
                ours ? "Badgr had it already." : "Badgr had it already, from somebody else; it is left alone.").showing(live.get().expires()).issuedOn(live.get().issuedOn()));
    }

    /** The oldest live one, so that every look finds the same. */
    private Optional<Assertion> live(List<Assertion> found) {
        return found.stream().filter(one -> one.isLive(clock.instant())).min(Comparator.comparing(Assertion::createdAt).thenComparing(Assertion::entityId));
    }

    /** As it was awarded, to the address of that day. */
    public AssertionChange change(Exchange exchange, @Header(Headers.CLAIM) Claim claim) {
        exchange.getMessage().setHeader(BadgrConstants.ASSERTION, claim.remoteId().orElseThrow(() -> new IllegalStateException("the ledger has no assertion for " + claim)));
        Desired.Badge badge = (Desired.Badge) claim.desired();
        return new AssertionChange(Optional.of(Recipient.email(recipient(claim))), Optional.of(badge.narrative().orElse("")),
                Optional.of(badge.evidence().stream().map(Evidence::at).toList()), badge.issuedOn(), badge.expires());
    }

    /** What Badgr does not let be taken out again, such as a text where there was none, is an operator's turn. */
    public void changed(@Body Assertion assertion, @Header(Headers.CLAIM) Claim claim) {
        Set<String> left = Looks.differences(Looks.of(claim.desired(), claim.key().objectId()), SeenThings.looks(assertion));
        push.settle(!left.isEmpty() ? new Settlement(claim, Outcome.REFUSED, Optional.of(assertion.entityId()), true, "Badgr took the change, and still shows something else: "
                + String.join(", ", left) + ". Put it back by hand; or let it be: accolade failures drop " + claim.id() + ".", Optional.empty())
                : Settlement.done(claim, Outcome.APPLIED, Optional.of(assertion.entityId()), true, "Put back as it was awarded."));
    }

    /** Badgr calls one live that is over by our clock: then our clock is wrong. */
    private static Optional<Assertion> lastToEnd(List<Assertion> found) {
        return found.stream().filter(one -> !one.revoked() && one.expires().isPresent()).max(Comparator.comparing(one -> one.expires().orElseThrow()));
    }

    public List<Revocation> revocation(@Header(Headers.CLAIM) Claim claim) {
        return List.of(new Revocation(claim.remoteId().orElseThrow(() -> new IllegalStateException("the ledger has no assertion for " + claim)),
                claim.evidence().getOrDefault("reason", "No longer earned")));
    }

    public void revoked(@Body List<RevokeRow> rows, @Header(Headers.CLAIM) Claim claim) {
        RevokeRow row = rows.get(0);
        push.settle(switch (row.outcome()) {
            case REVOKED -> Settlement.done(claim, Outcome.APPLIED, claim.remoteId(), true, "Revoked.");
            case ALREADY_REVOKED -> Settlement.done(claim, Outcome.ALREADY_SO, claim.remoteId(), true, "It was revoked before.");
            case NOT_FOUND_OR_NO_RIGHT, INVALID -> new Settlement(claim, Outcome.REFUSED, claim.remoteId(), true, "Badgr did not revoke " + row.entityId() + " (" + row.message()
                    + "): it is gone, or the account we log in with is no editor of its issuer. Nothing was changed; mend the right, then run: accolade apply.", Optional.empty());
        });
    }

    private static String recipient(Claim claim) {
        return ((Desired.Badge) claim.desired()).recipient().orElseThrow(() -> new IllegalStateException("nobody knows an address for " + claim));
    }
}
