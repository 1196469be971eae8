package dev.accolade.sandbox.cloudspot;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A user. Grants and tokens are guarded by {@link Licenses}; names do not change after loading. */
final class Account {

    volatile String username;
    String firstName;
    String lastName;
    volatile String pin;
    String password;
    volatile boolean active = true;

    /** Slugs by application, then by company id, each in the order given. */
    final Map<String, Map<String, Set<String>>> grants = new TreeMap<>();
    /** The one live token of each application. */
    final Map<String, String> tokens = new TreeMap<>();

    Account(String username) {
        this.username = username;
    }

    /** User names are e-mail addresses and match in any case. */
    String key() {
        return key(username);
    }

    static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
