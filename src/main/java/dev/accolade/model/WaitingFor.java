package dev.accolade.model;

/** Why a change is held back. */
public enum WaitingFor {
    /** The rule's time after leaving has not run out. */
    GRACE,
    /** More than the limit allows in a rolling day. */
    LIMIT,
    /** The person has no address yet. */
    IDENTITY,
    /** The person had no address for too long: nothing happens any more unless somebody says so. */
    EXPIRED,
    /** A person must say yes. */
    APPROVAL,
    /** Somebody else changed the target, and the rules only report that. */
    DRIFT,
    /** Its target would refuse it, and was not sent anything. */
    TARGET;

    public String sentence() {
        return switch (this) {
            case GRACE -> "waits for the rule's grace";
            case LIMIT -> "held by a limit; approve it or wait";
            case IDENTITY -> "waits until the person's e-mail is known";
            case EXPIRED -> "expired: nobody knew the person's e-mail for too long; once it is known, somebody must approve it";
            case APPROVAL -> "held until somebody approves it";
            case DRIFT -> "somebody else changed the target; approve it, or accolade verify --heal";
            case TARGET -> "not sent, because its target would refuse it";
        };
    }
}
