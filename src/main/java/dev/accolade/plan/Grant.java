package dev.accolade.plan;

import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
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
 */
public record Grant(GrantKey key, int generation, boolean live, String remoteId, boolean ours, Desired shown, Map<String, String> earnedBy,
                    Optional<Instant> leftSince) {

    public Grant {
        earnedBy = Map.copyOf(earnedBy);
    }
}
