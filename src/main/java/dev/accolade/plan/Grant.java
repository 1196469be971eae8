package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the ledger knows to be on a target.
 *
 * @param generation 1 for the first time; one more after each return
 * @param live       false once it has ended
 * @param remoteId   the target's id of the assertion or client
 * @param ours       whether it may be changed; what others made is left alone
 * @param shown      what the target was last known to show
 * @param earnedBy   rule id to the condition under which it was last seen to hold
 * @param leftSince  when the rules were first seen not to hold any more; empty while one holds
 * @param endedAt    empty while it is live
 * @param endedWhy   empty while it is live, and where an older version did not write it down
 */
public record Grant(GrantKey key, int generation, boolean live, String remoteId, boolean ours, Desired shown, Map<String, String> earnedBy,
                    Optional<Instant> leftSince, Optional<Instant> endedAt, Optional<Reason> endedWhy) {

    public Grant {
        earnedBy = Map.copyOf(earnedBy);
    }

    public Grant(GrantKey key, int generation, boolean live, String remoteId, boolean ours, Desired shown, Map<String, String> earnedBy, Optional<Instant> leftSince) {
        this(key, generation, live, remoteId, ours, shown, earnedBy, leftSince, Optional.empty(), Optional.empty());
    }

    /** When what the target showed last comes to its end; empty for never. */
    Optional<Instant> end() {
        return shown instanceof Desired.Badge badge ? badge.expires() : Optional.empty();
    }

    /** Whether it came to its end by itself. */
    boolean expired() {
        return !live && endedWhy.filter(Reason.EXPIRED::equals).isPresent();
    }
}
