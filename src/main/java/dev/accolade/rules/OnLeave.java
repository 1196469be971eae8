package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What happens to a grant when its rule no longer holds.
 *
 * @param after  how long it stays nevertheless, zero for not at all
 * @param reason what the recipient may read; kept by the target
 */
public record OnLeave(Action action, Duration after, String reason) {

    /** What to do. */
    public enum Action {
        /** Nothing: once earned, always kept. */
        KEEP,
        /** Take a badge away. */
        REVOKE,
        /** Make a client unusable; it can be used again when the person returns. */
        DISABLE
    }

    public OnLeave {
        requireNonNull(action, "action is null");
        requireNonNull(after, "after is null");
        requireNonNull(reason, "reason is null");
    }

    /** What holds when a rule says nothing: nobody loses anything. */
    public static final OnLeave DEFAULT = new OnLeave(Action.KEEP, Duration.ZERO, "");
}
