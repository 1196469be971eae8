package dev.accolade.model;

/** What one change does to one grant. */
public enum ChangeKind {
    /** Make it. */
    AWARD,
    /** Bring its attributes up to date. */
    UPDATE,
    /** Take it away: revoke the assertion, disable the client. */
    REVOKE,
    /** Enter into the ledger what the target already has; writes nothing to the target. */
    ADOPT,
    /** Move the end of a badge further away. */
    RENEW,
    /** Enter into the ledger that a badge has come to its end, if the target says so too; writes nothing to the target. */
    EXPIRE;

    /** The sign that stands before it in a plan. */
    public String sign() {
        return switch (this) {
            case AWARD -> "+";
            case UPDATE -> "~";
            case REVOKE -> "-";
            case ADOPT -> "=";
            case RENEW -> "~";
            case EXPIRE -> "x";
        };
    }
}
