package dev.accolade.model;

/** What one row of the history tells. */
public enum StepKind {
    /** A worker took a change: from now on the target may be written to for it. */
    CLAIMED,
    /** What became of it is known, or known to be unknown. */
    SETTLED,
    /** The worker that had it did not come back in time. */
    LEASE_ENDED,
    /** Somebody released what was held. */
    APPROVED,
    /** An account's token was taken in. */
    ENROLLED,
    /** An operator gave a change that was in trouble another turn. */
    RETRIED,
    /** An operator took a change out for good. */
    DROPPED,
    /** A person's data was taken out. */
    ERASED,
    /** Somebody wants a target left alone for now. */
    PAUSED,
    /** A paused target may be written to again. */
    RESUMED,
    /** Something on a target is not as the ledger has it, by somebody else's doing. */
    DRIFTED,
    /** An operator wants it healed. */
    HEAL_ASKED,
    /** It is again as the ledger has it, or the ledger as it is. */
    HEALED,
    /** An operator wants it to stay as somebody else left it. */
    ACCEPTED,
    /** A target was asked, and would refuse some changes: they are not sent. */
    BARRED,
    /** It would take them again. */
    UNBARRED,
    /** The open changes were written to a file. */
    PLAN_SAVED,
    /** Somebody has the changes of a file done. */
    PLAN_APPLIED,
    /** A change of the file is not done, because what it was planned from is so no more. */
    SKIPPED,
    /** A target that failed whatever was asked of it is left alone for a while. */
    LEFT_ALONE,
    /** A target that was left alone works again, or is to be tried at once. */
    BACK,
    /** Members turned out to be one person. */
    JOINED,
    /** A person turned out to be two. */
    SPLIT,
    /** A group of the rules is now another one, as an operator said. */
    REGROUPED,
    /** A person's badge is on an address that the person no longer has. */
    ADDRESS_CHANGED,
    /** An award waited too long for the person's address. */
    WAITED_TOO_LONG;

    public String sentence() {
        return switch (this) {
            case CLAIMED -> "claimed";
            case SETTLED -> "settled";
            case LEASE_ENDED -> "lease ended";
            case APPROVED -> "approved";
            case ENROLLED -> "enrolled";
            case RETRIED -> "given another turn";
            case DROPPED -> "dropped";
            case ERASED -> "erased";
            case PAUSED -> "paused";
            case RESUMED -> "resumed";
            case DRIFTED -> "found changed by somebody else";
            case HEAL_ASKED -> "asked to heal";
            case HEALED -> "settled what somebody else changed";
            case ACCEPTED -> "accepted as somebody else left it";
            case BARRED -> "would be refused";
            case UNBARRED -> "would be taken again";
            case PLAN_SAVED -> "plan saved";
            case PLAN_APPLIED -> "saved plan applied";
            case SKIPPED -> "skipped";
            case LEFT_ALONE -> "left alone";
            case BACK -> "back";
            case JOINED -> "joined";
            case SPLIT -> "found to be two";
            case REGROUPED -> "group followed";
            case ADDRESS_CHANGED -> "address changed";
            case WAITED_TOO_LONG -> "waited too long";
        };
    }
}
