package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Terms of service, and the names of permissions. */
final class TermsRoutes {

    private static final String API = "/auth/api/v1";

    private TermsRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.get(API + "/tos", Level.ANY, TermsRoutes::list),
                Route.of("POST", API + "/tos", Level.SOME_ADMIN, TermsRoutes::create),
                Route.get(API + "/tos/{id}", Level.SOME_ADMIN, TermsRoutes::one),
                Route.of("PUT", API + "/tos/{id}", Level.SOME_ADMIN, TermsRoutes::change),
                Route.get(API + "/tos/{id}/accept", Level.ANY, TermsRoutes::show),
                Route.of("POST", API + "/tos/{id}/accept", Level.ANY, TermsRoutes::accept),
                Route.get(API + "/permission", Level.ANY, TermsRoutes::permissions),
                Route.of("POST", API + "/permission", Level.SOME_ADMIN, TermsRoutes::addPermission),
                Route.get(API + "/permission/{id}", Level.SOME_ADMIN, TermsRoutes::permission),
                Route.of("PUT", API + "/permission/{id}", Level.SOME_ADMIN, TermsRoutes::changePermission));
    }

    private static Map<String, Object> form(Tables.Terms terms) {
        Map<String, Object> form = new TreeMap<>(Forms.named(terms.id(), terms.name()));
        form.put("text", terms.text());
        return form;
    }

    private static Predicate<String> like(Visit visit) {
        return visit.parameter("name").map(Like::containing).orElse(name -> true);
    }

    private static Answer list(Visit visit) {
        Predicate<String> like = like(visit);
        return Replies.json(visit.tables().terms.values().stream().filter(terms -> like.test(terms.name())).map(TermsRoutes::form).toList());
    }

    private static Answer one(Visit visit) {
        Tables.Terms terms = visit.tables().terms.get(visit.id(0));
        return terms == null ? Replies.sentence(404, "tos doesn't exist") : Replies.json(form(terms));
    }

    /** Names of terms need not differ; the refusal is for null. */
    private static Answer create(Visit visit) {
        Body body = Body.of(visit.call());
        body.require("name", "text");
        refuseBlank(body, "name", "text");
        int id = visit.tables().next("tos");
        String name = body.text("name", 80);
        String text = body.text("text", Integer.MAX_VALUE);
        if (name == null || text == null) {
            return Replies.sentence(422, "tos already exists.");
        }
        Tables.Terms made = new Tables.Terms(id, name, text);
        visit.tables().terms.put(id, made);
        return Replies.json(form(made));
    }

    private static Answer change(Visit visit) {
        Body body = Body.of(visit.call());
        Tables.Terms old = visit.tables().terms.get(visit.id(0));
        if (old == null) {
            return Replies.sentence(404, "tos doesn't exist");
        }
        String name = body.has("name") ? body.text("name", 80) : old.name();
        String text = body.has("text") ? body.text("text", Integer.MAX_VALUE) : old.text();
        if (name == null || text == null) {
            throw Halt.stumbles();
        }
        visit.tables().terms.put(old.id(), new Tables.Terms(old.id(), name, text));
        return Replies.success();
    }

    private static Answer show(Visit visit) {
        return visit.tables().terms.containsKey(visit.id(0)) ? Replies.page(200) : Replies.sentence(404, "Terms of Service does not exist");
    }

    /** Stores the acceptance, and then stumbles over a page that is missing upstream. */
    private static Answer accept(Visit visit) {
        int id = visit.id(0);
        if (!visit.tables().terms.containsKey(id)) {
            return Replies.sentence(404, "Terms of Service does not exist");
        }
        if (!visit.user().acceptedTerms.add(id)) {
            return Replies.page(200);
        }
        visit.tables().renew(visit.user().id);
        visit.tables().users.values().stream().filter(user -> user.parent.filter(parent -> parent == visit.user().id).isPresent())
                .forEach(user -> visit.tables().renew(user.id));
        return visit.parameter("client").filter("ng"::equals).isPresent() ? Replies.page(200) : Replies.page(500);
    }

    private static Answer permissions(Visit visit) {
        Predicate<String> like = like(visit);
        return Replies.json(visit.tables().permissions.values().stream().filter(one -> like.test(one.name()))
                .map(one -> Forms.named(one.id(), one.name())).toList());
    }

    private static Answer permission(Visit visit) {
        Tables.Named found = visit.tables().permissions.get(visit.id(0));
        return found == null ? Replies.sentence(404, "permission doesn't exist") : Replies.json(Forms.named(found.id(), found.name()));
    }

    private static Answer addPermission(Visit visit) {
        Body body = Body.of(visit.call());
        body.require("name");
        refuseBlank(body, "name");
        int id = visit.tables().next("permissions");
        String name = body.text("name", 120);
        if (name == null || visit.tables().permissions.values().stream().anyMatch(one -> one.name().equals(name))) {
            return Replies.sentence(422, "permission already exists.");
        }
        visit.tables().permissions.put(id, new Tables.Named(id, name));
        return Replies.json(Forms.named(id, name));
    }

    private static Answer changePermission(Visit visit) {
        Body body = Body.of(visit.call());
        Tables.Named old = visit.tables().permissions.get(visit.id(0));
        if (old == null) {
            return Replies.sentence(404, "permission doesn't exist");
        }
        if (body.json().hasNonNull("name")) {
            visit.tables().permissions.put(old.id(), new Tables.Named(old.id(), body.text("name", 120)));
        }
        return Replies.success();
    }

    private static void refuseBlank(Body body, String... fields) {
        for (String field : fields) {
            if (body.get(field).isTextual() && body.get(field).asText().isEmpty()) {
                throw new Halt(Replies.sentence(400, field + " cannot be blank."));
            }
        }
    }
}
