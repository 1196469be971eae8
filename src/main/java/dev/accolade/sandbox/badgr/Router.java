package dev.accolade.sandbox.badgr;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** Finds the handler of a call and writes its reply; handlers run one at a time, writing does not. */
final class Router {

    private static final String HTML = "text/html; charset=utf-8";

    private final World world;
    private final List<Route> routes;
    private final Lock lock = new ReentrantLock();

    Router(World world) {
        this.world = world;
        this.routes = new Routes(world).all();
    }

    World world() {
        return world;
    }

    /** Runs something while no handler does. */
    <T> T alone(Function<World, T> work) {
        lock.lock();
        try {
            return work.apply(world);
        } finally {
            lock.unlock();
        }
    }

    Answer answer(Call call) {
        boolean json = call.path().startsWith("/public/") && call.path().endsWith(".json");
        String path = json ? call.path().substring(0, call.path().length() - ".json".length()) : call.path();
        String[] parts = path.split("/", -1);
        for (Route route : routes) {
            Optional<List<String>> ids = route.match(parts);
            if (ids.isPresent()) {
                Answer answer = answer(route, new Visit(call, ids.get()), json ? Optional.of(Media.JSON) : call.header("Accept"));
                return call.method().equals("HEAD") ? new Answer(answer.status(), answer.headers(), new byte[0]) : answer;
            }
        }
        return Reply.page(404, "Not Found").answer(HTML);
    }

    private Answer answer(Route route, Visit visit, Optional<String> accept) {
        if (route.style == Route.Style.PUBLIC && Media.mentionsHtml(accept)) {
            return Reply.redirect(302, "https://" + world.settings.ui() + visit.call().path()).answer(HTML);
        }
        Optional<String> media = route.style == Route.Style.PLAIN ? Optional.of(Media.JSON) : Media.choose(accept);
        if (media.isEmpty()) {
            return Refusal.miscellaneous(406, "Could not satisfy the request Accept header.").reply().answer(Media.JSON_LD);
        }
        if (visit.call().method().equals("OPTIONS")) {
            return Answer.text(200, HTML, "").with("Allow", route.allowed());
        }
        Optional<Function<Visit, Reply>> handler = route.handler(visit.call().method());
        if (handler.isEmpty()) {
            return wrongMethod(route, visit).answer(media.get());
        }
        Reply reply = reply(handler.get(), visit);
        pause(reply.items() * world.settings.issueDelayMillis());
        return media.get().equals(Media.HTML) && route.style == Route.Style.API ? forBrowser(reply) : reply.answer(media.get());
    }

    private Reply reply(Function<Visit, Reply> handler, Visit visit) {
        return alone(same -> {
            try {
                return handler.apply(visit);
            } catch (Refusal refusal) {
                return refusal.reply();
            }
        });
    }

    private static Reply wrongMethod(Route route, Visit visit) {
        if (route.style == Route.Style.PLAIN) {
            return Reply.ready(Answer.text(405, HTML, "").with("Allow", route.allowed()));
        }
        return Refusal.miscellaneous(405, "Method \"" + visit.call().method() + "\" not allowed.").reply().with("Allow", route.allowed());
    }

    /** The server acts and then has no page to show: a 500, or a bare line where a token is missing. */
    private static Answer forBrowser(Reply reply) {
        if (reply.ready().isPresent()) {
            return reply.ready().get();
        }
        return reply.status() == 401 ? Answer.text(401, HTML, "401 Unauthorized") : Reply.page(500, "Server Error (500)").answer(HTML);
    }

    private static void pause(long millis) {
        if (millis <= 0) {
            return;
        }
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
