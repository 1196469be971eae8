package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

/**
 * A badge that can be awarded.
 *
 * @param entityId 22 letters, digits, {@code -} and {@code _}
 * @param issuerId entityId of its issuer
 * @param name     not unique, not even within the issuer
 * @param hasImage a badge class without an image cannot be awarded: Badgr fails with HTTP 500
 */
public record BadgeClass(String entityId, String issuerId, String name, boolean hasImage) {

    public BadgeClass {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(issuerId, "issuerId is null");
        requireNonNull(name, "name is null");
    }
}
