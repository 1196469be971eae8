package dev.accolade.sandbox.fasjson;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A group. Guarded by the lock of the {@link Directory}. */
final class Team {

    /** What is on record besides the name, in the order the server sends it. */
    static final List<String> FIELDS = List.of("description", "mailing_list", "url", "irc", "discussion_url");

    final String name;
    final Map<String, Object> values = new LinkedHashMap<>();
    /** User names, in the order they came. */
    final Set<String> members = new LinkedHashSet<>();
    final Set<String> sponsors = new LinkedHashSet<>();
    /** Groups whose members are members here, too. */
    final Set<String> groups = new LinkedHashSet<>();

    Team(String name) {
        this.name = name;
    }
}
