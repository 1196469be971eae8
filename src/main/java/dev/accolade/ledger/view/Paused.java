package dev.accolade.ledger.view;

import java.time.Instant;

/**
 * A target that an operator wants left alone for now.
 *
 * @param by    who paused it
 * @param why   for people; may be empty
 */
public record Paused(String target, Instant since, String by, String why) {

    /** What that means and how it ends. */
    public String sentence() {
        return target + " is paused since " + since + " by " + by + (why.isEmpty() ? "" : " (" + why + ")") + ". Nothing is sent to it; its changes wait for: accolade resume " + target;
    }
}
