package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import dev.accolade.model.Recast;
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
 * @param past       what else is known of how it came to be as it is
 */
public record Grant(GrantKey key, int generation, boolean live, String remoteId, boolean ours, Desired shown, Map<String, String> earnedBy,
                    Optional<Instant> leftSince, Optional<Instant> endedAt, Optional<Reason> endedWhy, Past past) {

    /**
     * What a grant has been through.
     *
     * @param issuedOn     the date it bears; empty of what was entered by an older version
     * @param recast       what changed under it, since which no rule was seen to earn it
     * @param olderAddress whether the last plan found that its person no longer has its address
     * @param leaving      rules with a grace that earned some of a client's scopes and do not hold any more, while others do: since when
     */
    public record Past(Optional<Instant> issuedOn, Optional<Recast> recast, boolean olderAddress, Map<String, Instant> leaving) {

        public static final Past NONE = new Past(Optional.empty(), Optional.empty(), false, Map.of());
    }

    public Grant {
        earnedBy = Map.copyOf(earnedBy);
    }

    public Grant(GrantKey key, int generation, boolean live, String remoteId, boolean ours, Desired shown, Map<String, String> earnedBy, Optional<Instant> leftSince) {
        this(key, generation, live, remoteId, ours, shown, earnedBy, leftSince, Optional.empty(), Optional.empty(), Past.NONE);
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
