package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One user, and one's own record. */
final class UserRoutes {

    private static final String API = "/auth/api/v1";

    private UserRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/user/me", Level.ANY, visit -> Replies.json(Forms.full(visit.user(), visit.tables()))),
                Route.get(API + "/user/cache", Level.ANY, visit -> Replies.json(visit.token().orElseThrow().rights)),
                Route.get(API + "/my_permissions", Level.ANY, visit -> Replies.json(Rights.of(visit.user(), visit.tables()))),
                Route.get(API + "/user/missing", Level.ANY, visit -> Replies.json(Rights.missing(visit.user(), visit.tables()))),
                Route.get(API + "/user/{id}", Level.ANY, visit -> person(visit, user -> Replies.json(
                        visit.seesAll() ? Forms.full(user, visit.tables()) : Forms.compact(user)))),
                Route.of("PUT", API + "/user/{id}", Level.SUPERADMIN, UserRoutes::modify),
                Route.of("DELETE", API + "/user/{id}", Level.SUPERADMIN, UserRoutes::delete),
                Route.get(API + "/user/{id}/group", Level.SOME_ADMIN, visit -> person(visit, user -> Replies.json(groups(user, visit.tables())))),
                Route.get(API + "/user/{id}/tos", Level.SOME_ADMIN, UserRoutes::terms),
                Route.get(API + "/user/{id}/permissions", Level.SOME_ADMIN, visit ->
                        person(visit, user -> Replies.json(Rights.of(user, visit.tables())))),
                Route.writingGet(API + "/user/{id}/update_cache", Level.SUPERADMIN, UserRoutes::renew));
    }

    static Object groups(User user, Tables tables) {
        return user.groups.keySet().stream().map(group -> Forms.named(group, tables.groups.get(group).name)).toList();
    }

    private static Answer person(Visit visit, Function<User, Answer> answer) {
        return visit.tables().person(visit.id(0)).map(answer).orElseGet(() -> Replies.sentence(404, "User doesn't exist"));
    }

    private static Answer terms(Visit visit) {
        Tables tables = visit.tables();
        return Replies.json(Optional.ofNullable(tables.users.get(visit.id(0))).stream().flatMap(user -> user.acceptedTerms.stream())
                .map(terms -> Forms.named(terms, tables.terms.get(terms).name())).toList());
    }

    private static Answer modify(Visit visit) {
        Body body = Body.of(visit.call());
        if (body.has("admin") && !truthy(body.get("admin")) && visit.user().id == visit.id(0)) {
            return Replies.sentence(403, "Cannot remove admin permissions from yourself.");
        }
        return person(visit, user -> changed(user, body, visit.tables()));
    }

    /** Takes the fields that may be changed, and renews the rights kept with the user's tokens. */
    static Answer changed(User user, Body body, Tables tables) {
        JsonNode json = body.json();
        if (!json.isObject()) {
            throw Halt.stumbles();
        }
        String name = json.has("name") ? body.text("name", 80) : user.name;
        if (name == null) {
            throw Halt.stumbles();
        }
        Optional<String> pi = json.has("pi") ? Optional.ofNullable(body.text("pi", 80)) : user.pi;
        boolean admin = flag(json, "admin", user.admin);
        boolean gdprConsent = flag(json, "gdpr_consent", user.gdprConsent);
        user.readOnly = flag(json, "read_only", user.readOnly);
        user.name = name;
        user.pi = pi;
        user.admin = admin;
        user.gdprConsent = gdprConsent;
        tables.renew(user.id);
        return Replies.success();
    }

    /** The database takes booleans, 0 and 1; the server stumbles over anything else. */
    private static boolean flag(JsonNode json, String name, boolean now) {
        JsonNode value = json.path(name);
        if (value.isMissingNode()) {
            return now;
        }
        if (value.isBoolean() || value.isIntegralNumber() && (value.asInt() == 0 || value.asInt() == 1)) {
            return value.asBoolean();
        }
        throw Halt.stumbles();
    }

    private static boolean truthy(JsonNode value) {
        return value.isTextual() ? !value.asText().isEmpty() : value.isContainerNode() ? !value.isEmpty() : value.asBoolean();
    }

    private static Answer delete(Visit visit) {
        int id = visit.id(0);
        if (visit.user().id == id) {
            return Replies.sentence(403, "Cannot delete yourself.");
        }
        Tables tables = visit.tables();
        boolean needed = tables.datasets.values().stream().anyMatch(dataset -> dataset.admins.contains(id))
                || tables.users.values().stream().anyMatch(user -> user.parent.filter(parent -> parent == id).isPresent());
        if (needed) {
            throw Halt.stumbles();
        }
        tables.person(id).ifPresent(user -> tables.deleteUser(id));
        return Replies.success();
    }

    private static Answer renew(Visit visit) {
        if (!visit.tables().users.containsKey(visit.id(0))) {
            return Replies.sentence(404, "User doesn't exist");
        }
        visit.tables().renew(visit.id(0));
        return Replies.success();
    }
}
