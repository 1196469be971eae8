package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** Ids of Learning Locker: 24 hex digits for documents, UUIDs for statements. */
final class Ids {

    private static final Pattern DOCUMENT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern STATEMENT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Ids() {
    }

    static boolean isId(String id) {
        return DOCUMENT.matcher(id).matches();
    }

    static String checked(String id, String what) {
        if (!isId(requireNonNull(id, what + " is null"))) {
            throw new IllegalArgumentException(what + " '" + id + "' is not an id of Learning Locker: those are 24 hex digits");
        }
        return id;
    }

    /** @throws IllegalArgumentException when this is no UUID */
    static String checkedStatement(String id) {
        if (!STATEMENT.matcher(requireNonNull(id, "statement is null")).matches()) {
            throw new IllegalArgumentException("'" + id + "' is not an id of a statement: those are UUIDs");
        }
        return id;
    }
}
