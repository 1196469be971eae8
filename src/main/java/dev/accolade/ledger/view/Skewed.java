package dev.accolade.ledger.view;

import java.time.Duration;
import java.time.Instant;

/**
 * A service whose clock and ours are too far apart.
 *
 * @param ahead of ours; negative when it is behind
 */
public record Skewed(String service, Duration ahead, Instant seenAt) {

    /** What that means and how it ends. */
    public String sentence() {
        return "The clock of " + service + " is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of") + " this machine's, seen " + seenAt
                + ". Nothing is removed, and nothing with a date is awarded, until they agree. Set the wrong one right; if it cannot be, raise accolade.clock-skew.";
    }
}
