package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a claimed change.
 *
 * @param remoteId  of the assertion or client that now stands for the grant; empty when there is none
 * @param ours      whether we made it
 * @param message   for people: what happened and what to do next
 * @param notBefore when the next attempt may be made; only with {@code RETRY_LATER} and {@code UNKNOWN}
 * @param trouble   what it says about the target as a whole; empty when that answered
 * @param seen      what the target was seen to show of a badge; empty where it was not asked
 */
public record Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore, Optional<Trouble> trouble,
                         Optional<Seen> seen) {

    /**
     * What a target shows of a badge.
     *
     * @param expires when it ends, or ended; empty for never
     * @param over    why it is live no more; empty while it is
     */
    public record Seen(Optional<Instant> expires, Optional<Reason> over) {}

    public Settlement {
        requireNonNull(claim, "claim is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(remoteId, "remoteId is null");
        requireNonNull(message, "message is null");
        requireNonNull(notBefore, "notBefore is null");
        requireNonNull(trouble, "trouble is null");
        requireNonNull(seen, "seen is null");
    }

    public Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore, Optional<Trouble> trouble) {
        this(claim, outcome, remoteId, ours, message, notBefore, trouble, Optional.empty());
    }

    /** Of a target that answered, or was not asked. */
    public Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore) {
        this(claim, outcome, remoteId, ours, message, notBefore, Optional.empty());
    }

    public static Settlement done(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message) {
        return new Settlement(claim, outcome, remoteId, ours, message, Optional.empty());
    }

    /** The same, with a live badge of this end. */
    public Settlement showing(Optional<Instant> expires) {
        return seeing(new Seen(expires, Optional.empty()));
    }

    /** The same, with what the target was seen to show. */
    public Settlement seeing(Seen what) {
        return new Settlement(claim, outcome, remoteId, ours, message, notBefore, trouble, Optional.of(what));
    }

    /** Why the badge is live no more; empty while it is, and where the target was not asked. */
    Optional<Reason> over() {
        return seen.flatMap(Seen::over);
    }
}
