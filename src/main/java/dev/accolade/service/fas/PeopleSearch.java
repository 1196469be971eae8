package dev.accolade.service.fas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A search for people.
 *
 * @param key    {@code username}, {@code id} or {@code email}: what the found ones are told apart by
 * @param search a user name, or a pattern with {@code *}; {@code *} alone for everybody
 * @param fields columns to tell, {@code bugzilla_email} among them if wanted; empty for all
 */
public record PeopleSearch(String key, String search, List<String> fields) {

    private static final List<String> KEYS = List.of("id", "username", "email");

    /** @throws IllegalArgumentException when there is no such key or field; groups and roles of people cannot be asked for here */
    public PeopleSearch {
        if (!KEYS.contains(key)) {
            throw new IllegalArgumentException("fas:peopleByKey has the keys " + KEYS + ", not '" + key + "'");
        }
        fields = List.copyOf(fields);
        List<String> known = known();
        fields.stream().filter(field -> !known.contains(field)).findFirst().ifPresent(field -> {
            throw new IllegalArgumentException("fas:peopleByKey has no field '" + field + "'; it has " + known);
        });
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(FasColumn.asked());
        known.add(FasColumn.BUGZILLA_EMAIL);
        return known;
    }

    /** What the caller gets to see. */
    List<String> told() {
        return fields.isEmpty() ? known() : fields;
    }

    /** What FAS2 is asked for, in this order. */
    List<String> asked() {
        List<String> asked = new ArrayList<>(told());
        List<String> needed = told().contains(FasColumn.BUGZILLA_EMAIL) ? List.of(key, "id", "email") : List.of(key);
        needed.stream().filter(field -> !asked.contains(field)).forEach(asked::add);
        asked.remove(FasColumn.BUGZILLA_EMAIL);
        return asked;
    }

    List<Map.Entry<String, String>> pairs() {
        List<Map.Entry<String, String>> pairs = new ArrayList<>(List.of(Map.entry("search", search)));
        asked().forEach(field -> pairs.add(Map.entry("fields", field)));
        return pairs;
    }
}
