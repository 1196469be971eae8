package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

/** Who is in a group, by user name, as {@code group_members} of the Python client tells it. */
public record FasGroupMember(String username, FasRoleType roleType) {

    public FasGroupMember {
        requireNonNull(username, "username is null");
        requireNonNull(roleType, "roleType is null");
    }
}
