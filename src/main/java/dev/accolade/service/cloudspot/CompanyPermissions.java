package dev.accolade.service.cloudspot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What an account may do for one company; companies for which it may not use the application at all are never listed.
 *
 * @param companyId   a UUID in hyphenated text form
 * @param companyName changes at any time
 * @param permissions the application's own words, such as {@code use_app}
 */
public record CompanyPermissions(String companyId, String companyName, List<String> permissions) {

    public CompanyPermissions {
        requireNonNull(companyId, "companyId is null");
        requireNonNull(companyName, "companyName is null");
        permissions = List.copyOf(permissions);
    }
}
