package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

/**
 * An assertion to be taken back for ever.
 *
 * @param entityId of the assertion
 * @param reason   shown in public; not blank, cut after 255 characters, which is what Badgr's column holds
 */
public record Revocation(String entityId, String reason) {

    private static final int LONGEST_REASON = 255;

    public Revocation {
        requireNonNull(entityId, "entityId is null");
        if (requireNonNull(reason, "reason is null").isBlank()) {
            throw new IllegalArgumentException("the reason for revoking " + entityId + " is blank");
        }
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON - 3) + "..." : reason;
    }
}
