package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What an account logs in with; used for one call and never kept.
 *
 * @param username the account's e-mail address; kept in lower case, as the reference application sends it
 */
public record Credentials(String username, String password) {

    public Credentials {
        username = requireNonNull(username, "username is null").toLowerCase(Locale.ROOT);
        requireNonNull(password, "password is null");
    }

    /** Shows neither. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
