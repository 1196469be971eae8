package dev.accolade.sandbox.fas;

import java.util.Locale;
import java.util.Optional;

/** What a person is in a group, in the order of promotion. */
enum RoleType {
    USER, SPONSOR, ADMINISTRATOR;

    /** The word on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RoleType> of(String word) {
        for (RoleType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The next rank up; empty for administrators. */
    Optional<RoleType> above() {
        return this == ADMINISTRATOR ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }

    /** The next rank down; empty for users. */
    Optional<RoleType> below() {
        return this == USER ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
