package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One person's record in one source.
 *
 * @param username what the source calls the person in public; may change
 * @param email    lower case; empty when the source has none or does not show it
 * @param name     name for people to read, in any script; empty when unknown
 * @param status   the source's own word ({@code active}, {@code bot}, ...)
 */
public record Member(MemberKey key, String username, Optional<String> email, Optional<String> name, String status) {

    public Member {
        requireNonNull(key, "key is null");
        requireNonNull(username, "username is null");
        email = requireNonNull(email, "email is null").map(String::strip).filter(text -> !text.isEmpty()).map(text -> text.toLowerCase(Locale.ROOT));
        name = requireNonNull(name, "name is null").filter(text -> !text.isBlank());
        requireNonNull(status, "status is null");
    }

    /** Without the e-mail, which is nobody's business in a log. */
    @Override
    public String toString() {
        return key + "(" + username + ")";
    }
}
