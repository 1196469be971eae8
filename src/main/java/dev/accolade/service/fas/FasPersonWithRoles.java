package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An account and all its roles.
 *
 * @param roles of every status: ask {@link FasRole#isApproved()} before calling one a membership
 */
public record FasPersonWithRoles(FasPerson person, List<FasRole> roles) {

    public FasPersonWithRoles {
        requireNonNull(person, "person is null");
        roles = List.copyOf(roles);
    }
}
