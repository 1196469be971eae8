package dev.accolade.plan;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A badge or client as a target lists it.
 *
 * @param recipient the lower-case e-mail of an assertion, or the look-up key of a client where it is one of ours; else empty
 * @param ours      whether the account we log in with made it, or it stands under a key of ours
 * @param madeAt    when the target stored it
 * @param note      what the target says of it, such as why it was revoked
 * @param looks     as in {@link Looks}
 */
public record Seen(String remoteId, String recipient, boolean ours, State state, Instant madeAt, Optional<String> note, Map<String, String> looks) {

    /** What it is to its holder. */
    public enum State {
        LIVE,
        /** There, and not to be used until somebody enables it. */
        DISABLED,
        REVOKED,
        EXPIRED;

        /** Whether it could be as it should with a change of it. */
        public boolean isThere() {
            return this == LIVE || this == DISABLED;
        }
    }

    public Seen {
        requireNonNull(remoteId, "remoteId is null");
        requireNonNull(recipient, "recipient is null");
        looks = Map.copyOf(looks);
    }

    /** Without what tells of a person. */
    @Override
    public String toString() {
        return "Seen[" + remoteId + ", " + state + "]";
    }
}
