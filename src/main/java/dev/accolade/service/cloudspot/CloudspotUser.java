package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The profile behind a token. Cloudspot has no user id: the e-mail address is the account. The profile's pin is never read.
 *
 * @param firstName empty when not given
 * @param lastName  empty when not given
 * @param company   name of the one company of an account, as old servers send it; since accounts may have several it is not there, see
 *                  {@link CompanyPermissions}
 */
public record CloudspotUser(String firstName, String lastName, String email, Optional<String> company) {

    public CloudspotUser {
        requireNonNull(firstName, "firstName is null");
        requireNonNull(lastName, "lastName is null");
        requireNonNull(email, "email is null");
        requireNonNull(company, "company is null");
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "CloudspotUser[hidden]";
    }
}
