package dev.accolade.service.cave;

import java.util.List;

/**
 * What a person may do, computed by CAVE at the time of the call.
 *
 * @param groups      names of the groups the person is in
 * @param groupsAdmin names of those the person administers
 */
public record CavePermissions(List<String> groups, List<String> groupsAdmin) {

    public CavePermissions {
        groups = List.copyOf(groups);
        groupsAdmin = List.copyOf(groupsAdmin);
    }
}
