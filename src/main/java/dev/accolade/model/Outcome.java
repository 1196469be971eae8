package dev.accolade.model;

/** What became of a change. */
public enum Outcome {
    /** The target did it. */
    APPLIED,
    /** The target had it so already. */
    ALREADY_SO,
    /** The target will not do it. */
    REFUSED,
    /** Nothing happened; try again later. */
    RETRY_LATER,
    /** Nobody knows whether it happened. */
    UNKNOWN
}
