package dev.accolade.model;

/** Where a change is on its way. */
public enum ChangeState {
    /** May be claimed. */
    PLANNED,
    /** Held back; {@link WaitingFor} says why. */
    WAITING,
    /** A worker has it; this row is the intent, durable before the call. */
    CLAIMED,
    /** Done, or found done. */
    DONE,
    /** The target refused for good: an operator's turn. */
    REFUSED,
    /** Sent perhaps: the target is looked at before anything else. */
    UNKNOWN,
    /** A later plan no longer wants it; nothing was sent. */
    SUPERSEDED,
    /** An operator took it out: no plan brings it back while it would be the same. */
    DROPPED
}
