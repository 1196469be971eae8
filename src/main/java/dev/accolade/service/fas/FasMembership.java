package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

/**
 * One approved role in a group.
 *
 * @param personId FAS2's own number of the person, unique across people and groups
 */
public record FasMembership(long personId, FasRoleType role) {

    public FasMembership {
        requireNonNull(role, "role is null");
    }
}
