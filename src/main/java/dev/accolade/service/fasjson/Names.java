package dev.accolade.service.fasjson;

import java.util.regex.Pattern;

/** Names of people and groups as FASJSON takes them in an address. Source: docs/services/fasjson.md, fact 3. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,63}");

    private Names() {
    }

    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("This is no name that FASJSON can have: 1 to 64 letters, digits, _ . and -, of which the first is a "
                    + "letter or digit. Nothing was asked.");
        }
        return name;
    }
}
