package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

/**
 * A person's role in one group, applied for or held.
 *
 * @param roleStatus {@code approved} or {@code unapproved}; only the first is membership
 */
public record FasRole(long groupId, String groupName, FasRoleType roleType, String roleStatus) {

    public FasRole {
        requireNonNull(groupName, "groupName is null");
        requireNonNull(roleType, "roleType is null");
        requireNonNull(roleStatus, "roleStatus is null");
    }

    public boolean isApproved() {
        return roleStatus.equals("approved");
    }
}
