package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

/**
 * The profile behind a token. Cloudspot has no user id: the e-mail address is the account. The profile's pin is never read.
 *
 * @param firstName empty when not given
 * @param lastName  empty when not given
 */
public record CloudspotUser(String firstName, String lastName, String email) {

    public CloudspotUser {
        requireNonNull(firstName, "firstName is null");
        requireNonNull(lastName, "lastName is null");
        requireNonNull(email, "email is null");
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "CloudspotUser[hidden]";
    }
}
