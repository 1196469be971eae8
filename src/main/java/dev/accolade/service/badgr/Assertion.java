package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A badge that somebody holds or held.
 *
 * @param entityId         22 letters, digits, {@code -} and {@code _}
 * @param badgeClassId     entityId of its badge class
 * @param issuerId         entityId of its issuer
 * @param createdBy        entityId of the account that awarded it; empty where Badgr does not tell
 * @param recipient        the identity in plain text; an e-mail is in lower case unless somebody updated the assertion
 * @param recipientType    {@code email}, {@code url}, {@code openBadgeId} or {@code telephone}
 * @param issuedOn         UTC
 * @param createdAt        UTC, when Badgr stored it; the time of issue where Badgr does not tell, as in the backpack
 * @param expires          UTC; in the past for an expired one; empty for ever
 * @param revocationReason empty unless revoked
 * @param acceptance       {@code Unaccepted}, {@code Accepted} or {@code Rejected}, by the recipient
 * @param image            address of the picture with the assertion in it; empty once it is revoked
 */
public record Assertion(String entityId, String badgeClassId, String issuerId, Optional<String> createdBy, String recipient, String recipientType,
                        Instant issuedOn, Instant createdAt, Optional<Instant> expires, boolean revoked, Optional<String> revocationReason,
                        String acceptance, Optional<String> narrative, List<Evidence> evidence, Optional<String> image) {

    public Assertion {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(badgeClassId, "badgeClassId is null");
        requireNonNull(recipient, "recipient is null");
        requireNonNull(issuedOn, "issuedOn is null");
        evidence = List.copyOf(evidence);
    }

    /** Whether the recipient holds it at that time: neither revoked nor expired. */
    public boolean isLive(Instant now) {
        return !revoked && expires.map(now::isBefore).orElse(true);
    }

    @Override
    public String toString() {
        return "Assertion[" + entityId + " of badge class " + badgeClassId + (revoked ? ", revoked]" : "]");
    }
}
