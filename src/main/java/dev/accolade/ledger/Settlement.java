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
 * @param issuedOn  the date that what was awarded or adopted bears on the target; empty where nobody told
 */
public record Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore, Optional<Trouble> trouble,
                         Optional<Instant> issuedOn) {

    public Settlement {
        requireNonNull(claim, "claim is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(remoteId, "remoteId is null");
        requireNonNull(message, "message is null");
        requireNonNull(notBefore, "notBefore is null");
        requireNonNull(trouble, "trouble is null");
        requireNonNull(issuedOn, "issuedOn is null");
    }

    public Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore, Optional<Trouble> trouble) {
        this(claim, outcome, remoteId, ours, message, notBefore, trouble, Optional.empty());
    }

    /** Of a target that answered, or was not asked. */
    public Settlement(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message, Optional<Instant> notBefore) {
        this(claim, outcome, remoteId, ours, message, notBefore, Optional.empty());
    }

    /** The same, of something that bears this date. */
    public Settlement issuedOn(Instant date) {
        return new Settlement(claim, outcome, remoteId, ours, message, notBefore, trouble, Optional.of(date));
    }

    public static Settlement done(Claim claim, Outcome outcome, Optional<String> remoteId, boolean ours, String message) {
        return new Settlement(claim, outcome, remoteId, ours, message, Optional.empty());
    }
}
