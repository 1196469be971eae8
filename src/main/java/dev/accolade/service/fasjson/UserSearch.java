package dev.accolade.service.fasjson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What people are looked for by; somebody is found when all terms fit. Source: docs/services/fasjson.md, facts 21 to 24.
 *
 * @param terms  a part of what the field holds, in any case, by the field's name; {@code NAME__exact} wants all of it. E-mails, other accounts and
 *               web addresses are always compared as a whole
 * @param groups names of groups the person is in, all of them
 */
public record UserSearch(Map<String, String> terms, List<String> groups) {

    private static final int SHORTEST = 3;
    private static final Set<String> PARTS = Set.of("username", "ircnick", "givenname", "surname", "human_name");
    private static final Set<String> WHOLE = Set.of("email", "github_username", "gitlab_username", "rhbzemail", "website", "rssurl", "creation__before");

    /** @throws IllegalArgumentException for a term FASJSON does not know, which it would silently leave out, or one it calls too short */
    public UserSearch {
        terms = Map.copyOf(terms);
        groups = List.copyOf(groups);
        groups.forEach(Names::checked);
        terms.forEach(UserSearch::check);
        if (terms.isEmpty() && groups.isEmpty()) {
            throw new IllegalArgumentException("A search needs at least one term or group.");
        }
    }

    public static UserSearch by(String term, String value) {
        return new UserSearch(Map.of(term, value), List.of());
    }

    private static void check(String term, String value) {
        boolean part = PARTS.contains(term);
        if (!part && !WHOLE.contains(term) && !PARTS.contains(term.replaceFirst("__exact$", ""))) {
            throw new IllegalArgumentException("FASJSON searches by no term '" + term + "'; it knows " + known() + ".");
        }
        if (value.isBlank() || part && value.length() < SHORTEST) {
            throw new IllegalArgumentException("The term '" + term + "' needs at least " + (part ? SHORTEST : 1) + " characters.");
        }
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(WHOLE);
        PARTS.forEach(part -> known.addAll(List.of(part, part + "__exact")));
        return known.stream().sorted().toList();
    }

    /** As it is asked for, in an order of its own. */
    Map<String, String> ordered() {
        Map<String, String> ordered = new LinkedHashMap<>();
        terms.keySet().stream().sorted().forEach(term -> ordered.put(term, terms.get(term)));
        return ordered;
    }

    /** The names of the terms; their values may be addresses. */
    @Override
    public String toString() {
        return "UserSearch[" + ordered().keySet() + " in groups " + groups + "]";
    }
}
