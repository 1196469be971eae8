package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Groups, and what is read of one. */
final class GroupRoutes {

    private static final String API = "/auth/api/v1";

    private GroupRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/group", Level.SOME_ADMIN, GroupRoutes::list),
                Route.of("POST", API + "/group", Level.SOME_ADMIN, GroupRoutes::create),
                Route.get(API + "/group/{id}", Level.SOME_ADMIN, GroupRoutes::one),
                Route.get(API + "/group/{id}/user", Level.SOME_ADMIN, GroupRoutes::people),
                Route.get(API + "/group/{id}/service_account", Level.SOME_ADMIN, GroupRoutes::serviceAccounts),
                Route.get(API + "/group/{id}/admin", Level.SOME_ADMIN, GroupRoutes::admins),
                Route.get(API + "/group/{id}/dataset", Level.SOME_ADMIN, GroupRoutes::datasets));
    }

    private static Answer list(Visit visit) {
        Predicate<String> like = visit.parameter("name").map(Like::containing).orElse(name -> true);
        return Replies.json(visit.tables().groups.values().stream().filter(group -> like.test(group.name))
                .map(group -> Forms.named(group.id, group.name)).toList());
    }

    private static Answer create(Visit visit) {
        Body body = Body.of(visit.call());
        if (!body.has("name")) {
            return Replies.sentence(400, "Missing name.");
        }
        Optional<Group> made = visit.tables().addGroup(body.text("name", 120));
        if (made.isEmpty()) {
            return Replies.sentence(422, "Group already exists.");
        }
        visit.tables().join(made.get().id, visit.user().id, true);
        visit.tables().renew(visit.user().id);
        return Replies.success();
    }

    private static Answer one(Visit visit) {
        Group group = visit.tables().groups.get(visit.id(0));
        return group == null ? Replies.sentence(404, "Group doesn't exist") : Replies.json(Forms.named(group.id, group.name));
    }

    /** An unknown group has no members; it is not an error. */
    private static Stream<User> members(Visit visit) {
        Group group = visit.tables().groups.get(visit.id(0));
        return group == null ? Stream.empty() : group.members.stream().map(visit.tables().users::get);
    }

    private static Answer people(Visit visit) {
        return Replies.json(members(visit).filter(user -> !user.serviceAccount()).map(user -> {
            Map<String, Object> form = Forms.named(user.id, user.name);
            form.put("admin", user.groups.get(visit.id(0)));
            return form;
        }).toList());
    }

    private static Answer serviceAccounts(Visit visit) {
        return Replies.json(members(visit).filter(User::serviceAccount).map(user -> Forms.named(user.id, user.name)).toList());
    }

    private static Answer admins(Visit visit) {
        return Replies.json(members(visit).filter(user -> user.groups.get(visit.id(0))).map(user -> Forms.named(user.id, user.name)).toList());
    }

    private static Answer datasets(Visit visit) {
        Group group = visit.tables().groups.get(visit.id(0));
        List<Map<String, Object>> rows = new ArrayList<>();
        if (group != null) {
            group.rights.forEach((dataset, permissions) -> permissions.forEach(permission -> rows.add(
                    row(dataset, visit.tables().datasets.get(dataset).name, visit.tables().permissions.get(permission)))));
        }
        return Replies.json(rows);
    }

    /** One right, seen from the group or from the dataset. */
    static Map<String, Object> row(int id, String name, Tables.Named permission) {
        Map<String, Object> row = new TreeMap<>(Forms.named(id, name));
        row.put("permission", permission.name());
        row.put("permission_id", permission.id());
        return row;
    }
}
