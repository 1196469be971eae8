package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a login gives.
 *
 * @param token a secret that replaces every earlier token of this account
 */
public record CloudspotLogin(String token, List<CompanyPermissions> permissions) {

    public CloudspotLogin {
        requireNonNull(token, "token is null");
        permissions = List.copyOf(permissions);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "CloudspotLogin[permissions=" + permissions + "]";
    }
}
