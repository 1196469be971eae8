package dev.accolade.ledger.view;

import dev.accolade.model.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One time that a person had a badge or client.
 *
 * @param generation 1 for the first time
 * @param person     under whom the ledger has it: the person, or one who turned out to be the same
 * @param remoteId   the target's id of the assertion or client
 * @param ours       whether we made it
 * @param since      when the ledger entered it
 * @param expires    when it ends, or ended, by itself; empty for never
 * @param endedAt    empty while it is live
 * @param endedWhy   empty while it is live, and where an older version did not write it down
 * @param leftSince  when no rule was first seen to earn it any more; empty while one may
 * @param leaving    rules with a grace that earned some of a client's scopes and do not hold any more, while others do: since when
 */
public record Generation(String target, String objectId, String objectName, int generation, long person, String remoteId, boolean ours, Instant since,
                         Optional<Instant> expires, Optional<Instant> endedAt, Optional<Reason> endedWhy, Optional<Instant> leftSince, Map<String, Instant> leaving) {

    public boolean live() {
        return endedAt.isEmpty();
    }

    /** Whether it came to its end by itself. */
    public boolean expired() {
        return endedWhy.filter(Reason.EXPIRED::equals).isPresent();
    }
}
