package dev.accolade.sandbox.fas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What people stored for applications. Guarded by the lock of {@link Accounts}. */
final class Configs {

    private static final List<String> APPLICATIONS = List.of("asterisk", "moin", "myfedora", "openid", "yubikey", "bugzilla");

    private record Place(String username, String application) {
    }

    private final Map<Place, Map<String, String>> values = new LinkedHashMap<>();

    boolean knows(String application) {
        return APPLICATIONS.contains(application);
    }

    void set(String username, String application, String attribute, String value) {
        values.computeIfAbsent(new Place(username, application), place -> new LinkedHashMap<>()).put(attribute, value);
    }

    /** Attributes whose name fits the SQL pattern, in the order they were first set. */
    Map<String, String> like(String username, String application, String pattern) {
        Pattern names = Like.pattern(pattern, false);
        Map<String, String> found = new LinkedHashMap<>(values.getOrDefault(new Place(username, application), Map.of()));
        found.keySet().removeIf(name -> !names.matcher(name).matches());
        return found;
    }
}
