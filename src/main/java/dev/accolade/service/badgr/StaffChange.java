package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Who comes to, changes on or leaves the staff of an issuer.
 *
 * @param email a verified address of an existing account other than the own one
 */
public record StaffChange(Action action, String email, Role role) {

    /** What is to happen. */
    public enum Action { ADD, MODIFY, REMOVE }

    /** Staff awards; an editor revokes too; an owner also changes the staff. */
    public enum Role { STAFF, EDITOR, OWNER }

    public StaffChange {
        requireNonNull(action, "action is null");
        requireNonNull(role, "role is null");
        Drafts.need("email", email);
    }

    static String text(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "StaffChange[" + action + " as " + role + "]";
    }
}
