package dev.accolade.flow;

import dev.accolade.ledger.Claim;
import dev.accolade.ledger.Settlement;
import dev.accolade.ledger.Settlement.Seen;
import dev.accolade.model.Desired;
import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import dev.accolade.service.badgr.Assertion;
import dev.accolade.service.badgr.AssertionChange;
import dev.accolade.service.badgr.BadgrCheck;
import dev.accolade.service.badgr.BadgrConstants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/**
 * The end of a badge: it has come, or is moved further away. Badgr says how the assertion stands and what time it is; our own clock, which may
 * be wrong, only had the question asked.
 */
public final class BadgeEndSteps {

    /** How long to wait before asking again, where our clock is ahead of Badgr's. */
    private static final Duration TOO_EARLY = Duration.ofHours(1);

    private final PushSteps push;
    private final Clock clock;

    public BadgeEndSteps(PushSteps push, Clock clock) {
        this.push = push;
        this.clock = clock;
    }

    public void address(Exchange exchange, @Header(Headers.CLAIM) Claim claim) {
        exchange.getMessage().setHeader(BadgrConstants.ASSERTION, claim.remoteId().orElseThrow(() -> new IllegalStateException("the ledger has no assertion for " + claim)));
    }

    /** The assertion as it stands now is kept for the next steps. */
    public void keep(Exchange exchange, @Body Assertion assertion) {
        exchange.getMessage().setHeader("AccoladeAssertion", assertion);
    }

    /** Whether it has ended is entered as Badgr tells it; nothing is sent. */
    public void ended(@Body BadgrCheck check, @Header("AccoladeAssertion") Assertion assertion, @Header(Headers.CLAIM) Claim claim) {
        Instant now = theirNow(check);
        if (!over(assertion, now, claim)) {
            boolean moved = assertion.expires().isEmpty() || claimedEnd(claim).filter(assertion.expires().get()::isAfter).isPresent();
            push.settle(moved ? settled(claim, "Somebody has moved its end on Badgr, to " + words(assertion.expires()) + "; that is entered.").showing(assertion.expires())
                    : later(claim, "It ends at " + words(assertion.expires()) + ", and by Badgr's clock that is not yet. Nothing was changed; check the clock of this machine."));
        }
    }

    /** What is to be sent to renew it; null when it is settled without that. */
    public AssertionChange renewal(@Body BadgrCheck check, @Header("AccoladeAssertion") Assertion assertion, @Header(Headers.CLAIM) Claim claim) {
        Instant now = theirNow(check);
        Optional<Instant> wanted = claimedEnd(claim);
        if (over(assertion, now, claim)) {
            return null;
        }
        if (assertion.expires().isEmpty() || wanted.filter(end -> !assertion.expires().get().isBefore(end)).isPresent()) {
            push.settle(settled(claim, "It ends at " + words(assertion.expires()) + " on Badgr already.").showing(assertion.expires()));
            return null;
        }
        Instant opens = Instant.parse(claim.evidence().get("opens"));
        if (now.isBefore(opens)) {
            push.settle(later(claim, "It is to be renewed from " + opens + " on, and by Badgr's clock that is not yet. Nothing was changed; check the clock of this machine."));
            return null;
        }
        return new AssertionChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), wanted);
    }

    public void renewed(@Body Assertion assertion, @Header(Headers.CLAIM) Claim claim) {
        push.settle(Settlement.done(claim, Outcome.APPLIED, claim.remoteId(), true, "Renewed until " + words(assertion.expires()) + ".").showing(assertion.expires()));
    }

    /** Settles it when it is live no more. */
    private boolean over(Assertion assertion, Instant now, Claim claim) {
        Optional<Reason> why = assertion.revoked() ? Optional.of(Reason.REVOKED_ELSEWHERE) : assertion.isLive(now) ? Optional.empty() : Optional.of(Reason.EXPIRED);
        why.ifPresent(reason -> push.settle(settled(claim, reason == Reason.EXPIRED ? "It has ended on Badgr, at " + words(assertion.expires()) + "."
                : "Somebody has revoked it on Badgr before its end.").seeing(new Seen(assertion.expires(), why))));
        return why.isPresent();
    }

    private static Settlement settled(Claim claim, String message) {
        return Settlement.done(claim, Outcome.ALREADY_SO, claim.remoteId(), claim.ours(), message);
    }

    private Settlement later(Claim claim, String message) {
        return new Settlement(claim, Outcome.RETRY_LATER, claim.remoteId(), claim.ours(), message, Optional.of(clock.instant().plus(TOO_EARLY)));
    }

    private Instant theirNow(BadgrCheck check) {
        return clock.instant().plus(check.clockSkew().orElse(Duration.ZERO));
    }

    private static Optional<Instant> claimedEnd(Claim claim) {
        return ((Desired.Badge) claim.desired()).expires();
    }

    private static String words(Optional<Instant> end) {
        return end.map(Instant::toString).orElse("no time");
    }
}
