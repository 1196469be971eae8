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

    /** Sees to it that this is what {@code group/list} tells: by the number of each group, who has which role in it. */
    static void checkPlaces(Map<String, Object> places) throws UnexpectedAnswer {
        for (Map.Entry<String, Object> place : places.entrySet()) {
            boolean good = place.getKey().matches("\\d{1,18}") && place.getValue() instanceof List<?> list
                    && list.stream().allMatch(one -> one instanceof Map<?, ?> role && role.get("person_id") instanceof Long && hasType(role));
            if (!good) {
                throw FasJson.unexpected("a group's memberships are not what FAS2 sends there");
            }
        }
    }

    private static boolean isRole(Map<?, ?> role) {
        return role.get("person_id") instanceof Long && role.get("group_id") instanceof Long && role.get("role_status") instanceof String
                && hasType(role);
    }

    private static boolean hasType(Map<?, ?> role) {
        return role.get("role_type") instanceof String type && FasRoleType.of(type).isPresent();
    }
}
