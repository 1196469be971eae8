package dev.accolade.ledger.view;

import java.time.Instant;

/**
 * A target that failed whatever was asked of it and is therefore left alone for a while.
 *
 * @param failures in a row
 * @param since    the first of them
 * @param until    when one change is tried
 * @param message  what went wrong last
 */
public record LeftAlone(String target, int failures, Instant since, Instant until, String message) {

    /** What that means and how it ends. */
    public String sentence() {
        return target + " fails since " + since + " and is left alone until " + until + "; its changes wait, and none of them is lost. " + message
                + " Once that is mended, it goes on by itself, or at once with: accolade resume " + target;
    }
}
