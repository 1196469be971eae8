package dev.accolade.model;

/** Why a change is planned, for people only: nothing decides by it. */
public enum Reason {
    EARNED,
    RETURNED,
    ON_TARGET_ALREADY,
    ATTRIBUTES_DIFFER,
    LEFT,
    RULE_CHANGED,
    /** Revoked so that it can be issued again to another address. */
    READDRESSED,
    /** Issued again to the person's new address. */
    REISSUED,
    /** The address became known only after it had been waited for too long. */
    LATE,
    /** Nothing earns it since its person or its group turned out to be another. */
    RECAST,
    ERASED,
    EXCLUDED,
    EXPIRED,
    RENEWED,
    REVOKED_ELSEWHERE,
    DRIFTED;

    public String sentence() {
        return switch (this) {
            case EARNED -> "a rule earns this";
            case RETURNED -> "earned again after it had ended";
            case ON_TARGET_ALREADY -> "the target has it already";
            case ATTRIBUTES_DIFFER -> "the target shows something else than the rule says";
            case LEFT -> "no rule earns this any more";
            case RULE_CHANGED -> "the rule that earned this was changed or removed";
            case READDRESSED -> "the person's e-mail changed: it is revoked, then issued again to the new one with its first date";
            case REISSUED -> "issued again to the person's new e-mail, with its first date";
            case LATE -> "earned, but the person's e-mail became known only after the time to wait for it";
            case RECAST -> "no rule earns this since the person or the group turned out to be another";
            case ERASED -> "the person is to be erased";
            case EXCLUDED -> "the person is excluded";
            case EXPIRED -> "it has come to its end";
            case RENEWED -> "it ends soon and is still earned";
            case REVOKED_ELSEWHERE -> "somebody else revoked it";
            case DRIFTED -> "the target was changed by somebody else";
        };
    }
}
