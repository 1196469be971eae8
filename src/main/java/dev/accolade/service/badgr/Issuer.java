package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An issuer on whose staff the login is.
 *
 * @param entityId    22 letters, digits, {@code -} and {@code _}
 * @param name        not unique
 * @param openBadgeId address of its public page
 * @param image       address of its picture
 * @param staff       empty where Badgr does not tell
 */
public record Issuer(String entityId, String name, Optional<String> openBadgeId, Optional<String> email, Optional<String> url,
                     Optional<String> description, Optional<String> image, List<Member> staff) {

    /** Who acts for an issuer: {@code role} is {@code owner}, {@code editor} or {@code staff}. */
    public record Member(String account, String role) {
    }

    public Issuer {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(name, "name is null");
        staff = List.copyOf(staff);
    }

    @Override
    public String toString() {
        return "Issuer[" + entityId + " '" + name + "']";
    }
}
