package dev.accolade.service.fas;

import java.util.List;
import java.util.Map;

/** Looks at lists of roles that are handed on as they came. */
final class GroupRoles {

    private GroupRoles() {
    }

    /** Sees to it that this is a list of roles, each with person, group, type and status. */
    static void check(Object roles) throws UnexpectedAnswer {
        if (!(roles instanceof List<?> list)) {
            throw FasJson.unexpected("a list of roles is missing");
        }
        for (Object role : list) {
            if (!(role instanceof Map<?, ?> columns) || !isRole(columns)) {
                throw FasJson.unexpected("a role lacks its person, group, type or status");
            }
        }
    }

    private static boolean isRole(Map<?, ?> role) {
        return role.get("person_id") instanceof Long && role.get("group_id") instanceof Long && role.get("role_status") instanceof String
                && role.get("role_type") instanceof String type && FasRoleType.of(type).isPresent();
    }
}
