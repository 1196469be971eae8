package dev.accolade.cli.demo;

import dev.accolade.sandbox.community.Community;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the sample's people are called, by e-mail, so that no e-mail needs to be shown. */
final class People {

    private final Map<String, String> names = new HashMap<>();

    People(Community community) {
        community.seed("cave").path("users").forEach(user -> enter(user.path("email").asText(), user.path("name").asText()));
        community.seed("cloudspot").path("users").forEach(user -> enter(user.path("username").asText(),
                user.path("first_name").asText() + " " + user.path("last_name").asText()));
        community.seed("fas").path("people").forEach(person -> enter(person.path("email").asText(), person.path("username").asText()));
    }

    private void enter(String email, String name) {
        names.put(email.toLowerCase(Locale.ROOT), name);
    }

    String nameOf(String email) {
        return names.getOrDefault(email.toLowerCase(Locale.ROOT), "somebody else");
    }
}
