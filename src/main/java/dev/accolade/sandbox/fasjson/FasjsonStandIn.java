package dev.accolade.sandbox.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.SeedNode;
import dev.accolade.sandbox.StandIn;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** FASJSON: nobody gets in without {@code Negotiate}, lists come in pages or whole, who is locked is gone. The seed: {@link FasjsonSeed}. */
public final class FasjsonStandIn implements StandIn {

    private record Server(Directory directory, Settings settings) {
    }

    private final AtomicInteger turn = new AtomicInteger();
    private volatile Server server = new Server(new Directory(), new Settings(Set.of(), null));

    @Override
    public String name() {
        return "fasjson";
    }

    @Override
    public void load(JsonNode json) {
        SeedNode seed = SeedNode.of(json);
        server = new Server(FasjsonSeed.directory(seed), FasjsonSeed.settings(seed));
    }

    @Override
    public Answer answer(Call call) {
        Server now = server;
        if (!call.path().startsWith("/v1/")) {
            return call.path().equals("/") || call.path().isEmpty() ? root(call) : Router.notFound();
        }
        Optional<TicketInspector.Found> caller = Doorman.caller(call, now.settings());
        if (caller.isEmpty()) {
            return Replies.unauthorized("Unauthorized");
        }
        if (now.settings().reauthentications.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Replies.unauthorized("Re-authentication is necessary.");
        }
        if (now.settings().directoryDown) {
            return Replies.message(500, "LDAP server is down", "source", "LDAP");
        }
        Answer answer = answer(new Visit(call, caller.get().principal(), now.directory(), now.settings(), turn.incrementAndGet()));
        byte[] token = caller.get().answer();
        return token.length == 0 ? answer : answer.with("WWW-Authenticate", "Negotiate " + Base64.getEncoder().encodeToString(token));
    }

    private static Answer answer(Visit visit) {
        synchronized (visit.directory()) {
            try {
                return Router.answer(visit);
            } catch (Refusal refused) {
                return refused.answer;
            }
        }
    }

    private static Answer root(Call call) {
        return Replies.json(200, Map.of("message", "Welcome to FASJSON", "apis", List.of(Map.of("version", 1, "uri", call.base() + "/v1/"))));
    }

    @Override
    public Answer control(Call call) {
        return new FasjsonControls(server.directory(), server.settings()).answer(call);
    }
}
