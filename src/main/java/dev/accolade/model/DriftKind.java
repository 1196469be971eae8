package dev.accolade.model;

/** How something on a target differs from what the ledger has, by somebody else's doing. */
public enum DriftKind {
    /** It is there no more. */
    DELETED,
    /** Somebody else revoked it. */
    REVOKED,
    /** It ended there, earlier than it was to. */
    EXPIRED,
    /** It shows something else. */
    ALTERED,
    /** Its person has it twice. */
    DUPLICATE,
    /** We made it, and nobody has earned it. */
    ORPHAN;

    /** Whether the grant has ended by it, so that what is earned would have to be awarded anew. */
    public boolean isLoss() {
        return this == DELETED || this == REVOKED || this == EXPIRED;
    }

    /** Whether something is there that no grant accounts for. */
    public boolean isStray() {
        return this == DUPLICATE || this == ORPHAN;
    }

    public String sentence() {
        return switch (this) {
            case DELETED -> "deleted on the target";
            case REVOKED -> "revoked by somebody else";
            case EXPIRED -> "expired on the target";
            case ALTERED -> "altered by somebody else";
            case DUPLICATE -> "there twice";
            case ORPHAN -> "there, and nobody has earned it";
        };
    }
}
