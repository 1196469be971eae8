package dev.accolade.service.badgr;

/**
 * What became of one revocation.
 *
 * @param message what Badgr said; empty when it revoked
 */
public record RevokeRow(String entityId, Outcome outcome, String message) {

    /** How it ended. */
    public enum Outcome {
        REVOKED,
        /** It was revoked before; nothing to do. */
        ALREADY_REVOKED,
        /** No such assertion, or the login is not editor of its issuer; Badgr does not tell which. */
        NOT_FOUND_OR_NO_RIGHT,
        /** Badgr did not accept this row. */
        INVALID
    }
}
