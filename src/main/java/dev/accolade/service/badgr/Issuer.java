package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

/**
 * An issuer on whose staff the login is.
 *
 * @param entityId 22 letters, digits, {@code -} and {@code _}
 * @param name     not unique
 */
public record Issuer(String entityId, String name) {

    public Issuer {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(name, "name is null");
    }
}
