package dev.accolade.sandbox.cave;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A person or a service account; both come from one sequence of ids. Guarded by the lock of the tables. */
final class User {

    /** A time at an institute; times are UTC without zone, either may be absent. */
    record Affiliation(int id, String name, Optional<String> start, Optional<String> end) {
    }

    final int id;
    final String email;
    final LocalDateTime created;
    final Optional<Integer> parent;
    String name;
    Optional<String> pi = Optional.of("");
    boolean admin;
    boolean gdprConsent;
    boolean readOnly;
    Optional<String> customName = Optional.empty();
    boolean customActive;
    final List<Affiliation> affiliations = new ArrayList<>();
    final NavigableSet<Integer> acceptedTerms = new TreeSet<>();
    /** Groups by id, each with whether this user is its admin. */
    final NavigableMap<Integer, Boolean> groups = new TreeMap<>();

    User(int id, String email, String name, LocalDateTime created, Optional<Integer> parent) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.created = created;
        this.parent = parent;
    }

    boolean serviceAccount() {
        return parent.isPresent();
    }

    /** The custom name while it is active, else the account name. */
    String publicName() {
        return customActive ? customName.orElse(name) : name;
    }
}
