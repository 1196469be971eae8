package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists of users, and making one. */
final class UserListRoutes {

    private static final String API = "/auth/api/v1";

    private UserListRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/user", Level.SOME_ADMIN, UserListRoutes::list),
                Route.of("POST", API + "/user", Level.SOME_ADMIN, UserListRoutes::create),
                Route.get(API + "/username", Level.ANY, UserListRoutes::names));
    }

    private static Answer list(Visit visit) {
        Optional<Stream<User>> found = filtered(visit);
        if (found.isEmpty()) {
            return paged(visit);
        }
        boolean full = visit.seesAll();
        return Replies.json(found.get().map(user -> full ? Forms.full(user, visit.tables()) : Forms.compact(user)).toList());
    }

    private static Optional<Stream<User>> filtered(Visit visit) {
        Tables tables = visit.tables();
        Optional<String> ids = visit.parameter("id");
        if (ids.isPresent()) {
            return Optional.of(byIds(tables, Arrays.stream(ids.get().split(",")).filter(text -> text.matches("\\d{1,9}"))));
        }
        Optional<String> email = visit.parameter("email");
        if (email.isPresent()) {
            Predicate<String> like = Like.containing(email.get());
            return Optional.of(tables.users.values().stream().filter(user -> like.test(user.email)));
        }
        Optional<String> name = visit.parameter("name");
        if (name.isPresent()) {
            Predicate<String> like = Like.containing(name.get());
            return Optional.of(tables.people().filter(user -> like.test(user.name)));
        }
        if (visit.parameter("from").isPresent() || visit.parameter("to").isPresent()) {
            return Optional.of(created(tables, visit.parameter("from"), visit.parameter("to")));
        }
        return Optional.empty();
    }

    static Stream<User> byIds(Tables tables, Stream<String> ids) {
        return ids.map(Integer::parseInt).distinct().sorted().map(tables.users::get).filter(user -> user != null);
    }

    private static Stream<User> created(Tables tables, Optional<String> from, Optional<String> to) {
        try {
            double first = from.map(Double::parseDouble).orElse(Double.NEGATIVE_INFINITY);
            double last = to.map(Double::parseDouble).orElse(Double.POSITIVE_INFINITY);
            return tables.people().filter(user -> {
                double at = user.created.toEpochSecond(ZoneOffset.UTC) + user.created.getNano() / 1e9;
                return at >= first && at <= last;
            });
        } catch (NumberFormatException noNumber) {
            return Stream.empty();
        }
    }

    /** Always in compact form, even for a superadmin. */
    private static Answer paged(Visit visit) {
        int page = number(visit, "page", 1);
        int size = number(visit, "per_page", 20);
        long people = visit.tables().people().count();
        if (page < 1 || size < 1 || page > 1 && (page - 1L) * size >= people) {
            return Replies.page(404);
        }
        List<Map<String, Object>> items = visit.tables().people().skip((page - 1L) * size).limit(size).map(Forms::compact).toList();
        return Replies.json(new TreeMap<>(Map.of("items", items, "pages", (people + size - 1) / size)));
    }

    private static int number(Visit visit, String name, int other) {
        try {
            return visit.call().parameter(name).map(text -> Integer.parseInt(text.trim())).orElse(other);
        } catch (NumberFormatException noNumber) {
            throw Halt.stumbles();
        }
    }

    private static Answer names(Visit visit) {
        String ids = visit.parameter("id").orElse("");
        return Replies.json(byIds(visit.tables(), numbers(ids)).map(user -> Forms.named(user.id, user.publicName())).toList());
    }

    /** Ids of a list whose server stumbles over anything but numbers. */
    static Stream<String> numbers(String ids) {
        List<String> all = Arrays.stream(ids.split(",")).map(String::trim).filter(text -> !text.isEmpty()).toList();
        if (!all.stream().allMatch(text -> text.matches("[+-]?\\d{1,9}"))) {
            throw Halt.stumbles();
        }
        return all.stream();
    }

    private static Answer create(Visit visit) {
        Body body = Body.of(visit.call());
        body.require("name", "email");
        String email = body.text("email", 120);
        String name = body.text("name", 80);
        if (email == null || name == null) {
            visit.tables().next("users");
            return Replies.sentence(422, "User with email already exists.");
        }
        Optional<User> made = visit.tables().addUser(email, name, Optional.empty());
        return made.map(user -> Replies.json(Forms.full(user, visit.tables()))).orElseGet(() ->
                Replies.sentence(422, "User with email already exists."));
    }
}
