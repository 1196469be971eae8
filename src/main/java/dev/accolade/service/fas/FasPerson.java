package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An account.
 *
 * @param email     empty when FAS2 shows none
 * @param humanName empty text when the person keeps it private
 * @param status    {@code active}, {@code inactive}, {@code expired}, {@code admin_disabled}, {@code bot} or one of the spam check's
 */
public record FasPerson(long id, String username, Optional<String> email, String humanName, String status) {

    public FasPerson {
        requireNonNull(username, "username is null");
        requireNonNull(email, "email is null");
        requireNonNull(humanName, "humanName is null");
        requireNonNull(status, "status is null");
    }

    /** Without name and e-mail. */
    @Override
    public String toString() {
        return "FasPerson[id=" + id + ", username=" + username + ", status=" + status + "]";
    }
}
