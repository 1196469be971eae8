package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

/** Ids of Learning Locker: 24 hex digits. */
final class Ids {

    private Ids() {
    }

    static String checked(String id, String what) {
        if (!requireNonNull(id, what + " is null").matches("[0-9a-f]{24}")) {
            throw new IllegalArgumentException(what + " '" + id + "' is not an id of Learning Locker: those are 24 hex digits");
        }
        return id;
    }
}
