package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A CAVE auth server (middle_auth 2.30.3) under {@code /auth}, and, as in production, a second time under {@code /sticky_auth}, for browsers.
 *
 * <p>Source of what it does: docs/services/cave.md. Safe for several threads.
 */
public final class CaveStandIn implements StandIn {

    private final Clock clock;
    private final List<Route> routes = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Tables tables;
    private String sticky = "auth.example.org/sticky_auth";
    private boolean redirectInsteadOf401;
    private boolean adminStandingLost;
    private boolean tokensLost;

    public CaveStandIn() {
        this(Clock.systemUTC());
    }

    /** A stand-in whose users and tokens are stamped by this clock. */
    public CaveStandIn(Clock clock) {
        this.clock = clock;
        this.tables = new Tables(clock);
        Stream.of(UserRoutes.all(), UserListRoutes.all(), TokenRoutes.all(), GroupRoutes.all(), MemberRoutes.all(), DatasetRoutes.all(),
                TermsRoutes.all(), ServiceAccountRoutes.all(), PublicRoutes.all()).forEach(routes::addAll);
    }

    @Override
    public String name() {
        return "cave";
    }

    /**
     * Takes {@code users}, {@code groups}, {@code group_members}, {@code datasets}, {@code group_permissions}, {@code tos}, {@code tokens} and the
     * rest of the form documented in docs/sandbox.md. Every user is in group {@code default}, too.
     */
    @Override
    public void load(JsonNode seed) {
        Tables fresh = new Tables(clock);
        Seed.plant(seed, fresh);
        locked(true, () -> {
            tables = fresh;
            sticky = seed.path("sticky_auth_url").asText(sticky);
            redirectInsteadOf401 = false;
            adminStandingLost = false;
            tokensLost = false;
            return Answer.empty(204);
        });
    }

    @Override
    public Answer answer(Call call) {
        Answer answer;
        try {
            answer = routed(call);
        } catch (Halt halt) {
            answer = halt.answer();
        }
        Optional<String> origin = call.header("Origin");
        Answer dressed = answer.with("Access-Control-Allow-Origin", origin.orElse("*"))
                .with("Access-Control-Expose-Headers", "WWW-Authenticate, X-Requested-With");
        return origin.isPresent() ? dressed.with("Vary", "Origin") : dressed;
    }

    private Answer routed(Call call) {
        if (call.path().contains("//")) {
            String query = call.query().isEmpty() ? "" : "?" + call.query();
            return Replies.page(308).with("Location", call.base() + call.path().replaceAll("/{2,}", "/") + query);
        }
        List<Route> here = routes.stream().filter(route -> route.leads(within(call))).toList();
        if (here.isEmpty()) {
            return Replies.page(404);
        }
        if (call.method().equals("OPTIONS")) {
            return Replies.sentence(200, "").with("Allow", allow(here));
        }
        String method = call.method().equals("HEAD") ? "GET" : call.method();
        Optional<Route> found = here.stream().filter(route -> route.method().equals(method)).findFirst();
        if (found.isEmpty()) {
            return Replies.page(405).with("Allow", allow(here));
        }
        return locked(found.get().writes(), () -> visited(found.get(), call));
    }

    /** The path as the one program under both prefixes knows it. */
    private static String within(Call call) {
        return call.path().replaceFirst("^/sticky_auth/", "/auth/");
    }

    private Answer visited(Route route, Call call) {
        List<String> parts = route.parts(within(call));
        if (route.level() == Level.OPEN) {
            return route.handler().apply(new Visit(call, parts, Optional.empty(), tables));
        }
        Token token = new Doorman(tables, sticky, redirectInsteadOf401, tokensLost).admit(call);
        Visit visit = new Visit(call, parts, Optional.of(token), tables);
        boolean privileged = route.level() != Level.ANY;
        int subject = route.level() == Level.GROUP_ADMIN || route.level() == Level.DATASET_ADMIN ? visit.id(0) : -1;
        if (privileged && adminStandingLost || !route.level().admits(visit.user(), subject, tables)) {
            return Replies.sentence(403, route.level().refusal());
        }
        return route.handler().apply(visit);
    }

    @Override
    public Answer control(Call call) {
        return locked(true, () -> {
            if (call.method().equals("POST") && call.path().equals("/settings")) {
                JsonNode wanted = call.json().orElseThrow(() -> new Halt(Answer.text(400, "text/plain", "POST a JSON object of settings.\n")));
                redirectInsteadOf401 = wanted.path("redirectInsteadOf401").asBoolean(redirectInsteadOf401);
                adminStandingLost = wanted.path("adminStandingLost").asBoolean(adminStandingLost);
                tokensLost = wanted.path("tokensLost").asBoolean(tokensLost);
                return Answer.empty(204);
            }
            return Controls.answer(call, tables);
        });
    }

    private static String allow(List<Route> routes) {
        Stream<String> methods = routes.stream().map(Route::method);
        boolean reads = routes.stream().anyMatch(route -> route.method().equals("GET"));
        return String.join(", ", Stream.concat(methods, reads ? Stream.of("HEAD", "OPTIONS") : Stream.of("OPTIONS")).distinct().sorted().toList());
    }

    private Answer locked(boolean writes, Supplier<Answer> work) {
        Lock needed = writes ? lock.writeLock() : lock.readLock();
        needed.lock();
        try {
            return work.get();
        } catch (Halt halt) {
            return halt.answer();
        } finally {
            needed.unlock();
        }
    }
}
