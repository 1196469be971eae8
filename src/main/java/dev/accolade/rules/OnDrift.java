package dev.accolade.rules;

/** What happens when somebody else changes on a target what a rule has earned. */
public enum OnDrift {
    /** It is said, and what would undo it waits for an operator. */
    REPORT,
    /** It is undone, within the limits. */
    HEAL
}
