package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

/**
 * An assertion to be taken back for ever.
 *
 * @param entityId of the assertion
 * @param reason   shown in public; not blank, cut after 255 characters, which is what Badgr's column holds
 */
public record Revocation(String entityId, String reason) {

    /** Where no other is given. */
    public static final String DEFAULT_REASON = "Revoked by badgerclient";

    private static final int LONGEST_REASON = 255;

    public Revocation {
        requireNonNull(entityId, "entityId is null");
        if (requireNonNull(reason, "reason is null").isBlank()) {
            throw new IllegalArgumentException("the reason for revoking " + entityId + " is blank");
        }
        reason = reason.codePointCount(0, reason.length()) > LONGEST_REASON
                ? reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON - 3)) + "..." : reason;
    }

    /** For the reason that is given where there is no other. */
    public static Revocation of(String entityId) {
        return new Revocation(entityId, DEFAULT_REASON);
    }
}
