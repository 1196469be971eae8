package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

/**
 * Whom a short-lived impersonation token stands for.
 *
 * @param authToken the account's own token, a secret
 * @param user      the account's user name, its e-mail address
 * @param companyId the company it was chosen for
 */
public record CloudspotImpersonation(String authToken, String user, String companyId) {

    public CloudspotImpersonation {
        requireNonNull(authToken, "authToken is null");
        requireNonNull(user, "user is null");
        requireNonNull(companyId, "companyId is null");
    }

    /** Without token and user. */
    @Override
    public String toString() {
        return "CloudspotImpersonation[companyId=" + companyId + "]";
    }
}
