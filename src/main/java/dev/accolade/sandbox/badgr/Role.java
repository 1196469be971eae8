package dev.accolade.sandbox.badgr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of an issuer's staff may do; each may what the one before may. */
enum Role {
    STAFF, EDITOR, OWNER;

    boolean atLeast(Role least) {
        return compareTo(least) >= 0;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String text) {
        return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
