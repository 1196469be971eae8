package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Service accounts. */
final class ServiceAccountRoutes {

    private static final String API = "/auth/api/v1";

    private ServiceAccountRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/service_account", Level.SOME_ADMIN, ServiceAccountRoutes::list),
                Route.of("POST", API + "/service_account", Level.SUPERADMIN, ServiceAccountRoutes::create),
                Route.get(API + "/service_account/{id}", Level.SUPERADMIN, visit ->
                        one(visit, user -> Replies.json(Forms.full(user, visit.tables())))),
                Route.get(API + "/service_account/{id}/token", Level.SUPERADMIN, visit -> one(visit, user -> token(user, visit.tables()))),
                Route.get(API + "/service_account/{id}/group", Level.SUPERADMIN, visit ->
                        one(visit, user -> Replies.json(UserRoutes.groups(user, visit.tables())))),
                Route.get(API + "/service_account/{id}/permissions", Level.SUPERADMIN, visit ->
                        one(visit, user -> Replies.json(Rights.of(user, visit.tables())))),
                Route.of("PUT", API + "/service_account/{id}", Level.SUPERADMIN, ServiceAccountRoutes::change),
                Route.of("DELETE", API + "/service_account/{id}", Level.SUPERADMIN, ServiceAccountRoutes::delete));
    }

    /** With {@code id} people are included too. */
    private static Answer list(Visit visit) {
        Optional<String> ids = visit.parameter("id");
        if (ids.isPresent()) {
            return Replies.json(UserListRoutes.byIds(visit.tables(), UserListRoutes.numbers(ids.get())).map(Forms::compact).toList());
        }
        Predicate<String> like = visit.parameter("name").map(Like::containing).orElse(name -> true);
        Stream<User> accounts = visit.tables().users.values().stream().filter(User::serviceAccount);
        return Replies.json(accounts.filter(user -> like.test(user.name)).map(Forms::compact).toList());
    }

    private static Answer one(Visit visit, Function<User, Answer> answer) {
        return visit.tables().serviceAccount(visit.id(0)).map(answer).orElseGet(() -> Replies.sentence(404, "Service account doesn't exist"));
    }

    private static Answer token(User user, Tables tables) {
        return Replies.json(tables.tokensOf(user.id).stream().filter(Token::apiKey).findFirst().map(key -> key.secret).orElse(null));
    }

    private static Answer create(Visit visit) {
        Body body = Body.of(visit.call());
        body.require("name");
        if (!body.get("name").isTextual()) {
            throw Halt.stumbles();
        }
        String name = body.text("name", 80);
        Optional<User> made = visit.tables().addUser(name.toLowerCase(Locale.ROOT) + "@serviceaccount", name, Optional.of(visit.user().id));
        made.ifPresent(user -> visit.tables().key(user.id, Optional.empty()));
        return made.map(user -> Replies.json(Forms.compact(user))).orElseGet(() ->
                Replies.sentence(422, "Service Account with name already exists."));
    }

    private static Answer change(Visit visit) {
        Body body = Body.of(visit.call());
        return one(visit, user -> UserRoutes.changed(user, body, visit.tables()));
    }

    private static Answer delete(Visit visit) {
        visit.tables().serviceAccount(visit.id(0)).ifPresent(user -> visit.tables().deleteUser(user.id));
        return Replies.success();
    }
}
