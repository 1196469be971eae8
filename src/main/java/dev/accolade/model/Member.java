package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * One person's record in one source.
 *
 * @param username what the source calls the person in public; may change
 * @param email    lower case; empty when the source has none, does not show it, or shows what cannot be an address
 * @param name     name for people to read, in any script; empty when unknown
 * @param status   the source's own word ({@code active}, {@code bot}, ...)
 */
public record Member(MemberKey key, String username, Optional<String> email, Optional<String> name, String status) {

    public Member {
        requireNonNull(key, "key is null");
        requireNonNull(username, "username is null");
        email = requireNonNull(email, "email is null").map(String::strip).filter(Member::isAddress).map(text -> text.toLowerCase(Locale.ROOT));
        name = requireNonNull(name, "name is null").filter(text -> !text.isBlank());
        requireNonNull(status, "status is null");
    }

    /** What people write where they have none, such as {@code none}, would make one person of all who do. */
    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && at < text.length() - 1;
    }

    /** Without the e-mail, which is nobody's business in a log. */
    @Override
    public String toString() {
        return key + "(" + username + ")";
    }
}
