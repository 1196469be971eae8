package dev.accolade.sandbox.badgr;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Some assertions of one recipient, shown together. Guarded by the world's lock. */
final class BackpackCollection {

    final String id;
    final Account owner;
    final Set<String> assertions = new LinkedHashSet<>();
    String name;
    String description = "";
    /** Present while published. */
    Optional<String> shareHash = Optional.empty();

    BackpackCollection(String id, Account owner, String name) {
        this.id = id;
        this.owner = owner;
        this.name = name;
    }
}
