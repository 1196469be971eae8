package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.Outcome;
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
 */
public record Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore, Optional<Trouble> trouble) {

    public Settlement {
        requireNonNull(claim, "claim is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(remoteId, "remoteId is null");
        requireNonNull(message, "message is null");
        requireNonNull(notBefore, "notBefore is null");
        requireNonNull(trouble, "trouble is null");
    }

    /** Of a target that answered, or was not asked. */
    public Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore) {
        this(claim, outcome, remoteId, ours, message, notBefore, Optional.empty());
    }

    public static Settlement done(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message) {
        return new Settlement(claim, outcome, remoteId, ours, message, Optional.empty());
    }
}
