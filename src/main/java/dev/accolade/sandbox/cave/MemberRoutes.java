package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Optional;

/** Changes of a group's members. */
final class MemberRoutes {

    private static final String API = "/auth/api/v1";

    private MemberRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.of("POST", API + "/group/{id}/user", Level.GROUP_ADMIN, visit ->
                add(visit, "user_id", "User already belongs to group.")),
                Route.of("PUT", API + "/group/{id}/user/{user_id}", Level.GROUP_ADMIN, MemberRoutes::change),
                Route.of("DELETE", API + "/group/{id}/user/{user_id}", Level.GROUP_ADMIN, MemberRoutes::remove),
                Route.of("POST", API + "/group/{id}/service_account", Level.GROUP_ADMIN, visit ->
                        add(visit, "sa_id", "Service account already belongs to group.")),
                Route.of("DELETE", API + "/group/{id}/service_account/{sa_id}", Level.GROUP_ADMIN, MemberRoutes::removeServiceAccount));
    }

    /** The refusal is the same for a member, for a user that does not exist, and for a group that does not exist. */
    private static Answer add(Visit visit, String field, String refusal) {
        Body body = Body.of(visit.call());
        if (!body.has(field)) {
            return Replies.sentence(400, "Missing " + field + ".");
        }
        int user = body.id(field);
        if (!visit.tables().join(visit.id(0), user, false)) {
            return Replies.sentence(422, refusal);
        }
        visit.tables().renew(user);
        return Replies.success();
    }

    /** The rights kept with the tokens are not renewed by this. */
    private static Answer change(Visit visit) {
        JsonNode body = Body.raw(visit.call());
        if (visit.tables().membership(visit.id(0), visit.id(1)).isEmpty()) {
            return Replies.sentence(404, "User doesn't belong to group");
        }
        if (!body.isObject()) {
            throw Halt.stumbles();
        }
        if (body.has("admin")) {
            visit.tables().users.get(visit.id(1)).groups.put(visit.id(0), body.get("admin").asBoolean());
        }
        return Replies.success();
    }

    private static Answer remove(Visit visit) {
        Optional<Boolean> admin = visit.tables().membership(visit.id(0), visit.id(1));
        if (admin.isEmpty()) {
            return Replies.sentence(404, "User doesn't belong to group");
        }
        if (admin.get() && !visit.user().admin) {
            return Replies.sentence(403, "Only superadmins can remove group admins.");
        }
        return left(visit);
    }

    private static Answer removeServiceAccount(Visit visit) {
        return visit.tables().membership(visit.id(0), visit.id(1)).isEmpty() ? Replies.sentence(404, "Service account doesn't belong to group")
                : left(visit);
    }

    private static Answer left(Visit visit) {
        visit.tables().leave(visit.id(0), visit.id(1));
        visit.tables().renew(visit.id(1));
        return Replies.success();
    }
}
