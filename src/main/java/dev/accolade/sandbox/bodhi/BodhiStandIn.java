package dev.accolade.sandbox.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import dev.accolade.sandbox.SeedNode;
import dev.accolade.sandbox.StandIn;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodhi for those who only read. The seed: {@link BodhiSeed}. */
public final class BodhiStandIn implements StandIn {

    private static final Answer DONE = Answer.empty(204);

    private final BodhiSeed seed;
    private volatile Archive archive = new Archive();

    public BodhiStandIn() {
        this(Clock.systemUTC());
    }

    /** A stand-in whose updates are pushed at the times of the given clock. */
    public BodhiStandIn(Clock clock) {
        this.seed = new BodhiSeed(clock);
    }

    @Override
    public String name() {
        return "bodhi";
    }

    @Override
    public void load(JsonNode json) {
        archive = seed.read(SeedNode.of(json));
    }

    @Override
    public Answer answer(Call call) {
        if (!call.method().equals("GET")) {
            return Replies.error(403, "body", "reading", "This stand-in is for those who only read.");
        }
        if (call.header("Accept").filter(type -> type.startsWith("text/html")).isPresent()) {
            return Answer.text(200, "text/html; charset=UTF-8", "<!DOCTYPE html><html><head><title>Bodhi</title></head><body></body></html>\n");
        }
        Archive now = archive;
        synchronized (now) {
            try {
                return answer(call, now);
            } catch (Refusal refused) {
                return refused.answer;
            }
        }
    }

    private static Answer answer(Call call, Archive archive) {
        List<String> parts = PathParts.of(call.path());
        boolean slash = call.path().endsWith("/");
        String what = parts.isEmpty() ? "" : parts.get(0);
        if (parts.size() == 1 && slash && what.equals("updates")) {
            return new Lists(archive, call).updates();
        }
        if (parts.size() == 1 && slash && what.equals("users")) {
            return new Lists(archive, call).users();
        }
        if (parts.size() == 2 && !slash && what.equals("updates")) {
            return update(call, archive, parts.get(1));
        }
        if (parts.size() == 2 && !slash && what.equals("users")) {
            return user(call, archive, parts.get(1));
        }
        return Answer.json(404, Map.of("status", "error", "errors", List.of(Map.of("location", "url", "name", "path", "description", "Not Found"))));
    }

    private static Answer update(Call call, Archive archive, String alias) {
        Update update = archive.updates.get(alias);
        if (update == null) {
            return archive.updates.values().stream().anyMatch(one -> one.packages().contains(alias))
                    ? Answer.empty(302).with("Location", call.base() + "/updates/?packages=" + alias)
                    : Replies.error(404, "url", "id", "Invalid update id");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("update", Replies.update(update, call.base()));
        body.put("can_edit", false);
        return Answer.json(200, body);
    }

    private static Answer user(Call call, Archive archive, String name) {
        Submitter user = archive.people.get(name);
        if (user == null) {
            return Replies.error(404, "body", "name", "No such user");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user", Replies.user(user));
        body.put("urls", Map.of("recent_updates", call.base() + "/updates/?user=" + name));
        return Answer.json(200, body);
    }

    /** What submitters and the server's own robots do, below {@code /sandbox/bodhi/}. */
    @Override
    public Answer control(Call call) {
        Archive now = archive;
        List<String> parts = PathParts.of(call.path());
        String what = call.method() + " " + (parts.isEmpty() ? "" : parts.get(0)) + " " + parts.size();
        SeedNode body = new SeedNode(call.json().filter(JsonNode::isObject).orElse(JsonNodeFactory.instance.objectNode()), "");
        synchronized (now) {
            try {
                return switch (what) {
                    case "POST updates 1" -> add(now, body);
                    case "PUT updates 3" -> become(now, parts.get(1), body);
                    case "DELETE updates 2" -> now.updates.remove(parts.get(1)) == null ? Answer.text(404, "text/plain", "No such update.\n") : DONE;
                    case "GET summary 1" -> Answer.json(200, Map.of("updates", now.updates.size(), "people", now.people.size()));
                    default -> Answer.text(404, "text/plain", "The bodhi stand-in has no control " + call.method() + " " + call.path() + ".\n");
                };
            } catch (IllegalArgumentException wrong) {
                return Answer.text(400, "text/plain", wrong.getMessage() + "\n");
            }
        }
    }

    private Answer add(Archive now, SeedNode body) {
        seed.add(now, body);
        return DONE;
    }

    private Answer become(Archive now, String alias, SeedNode body) {
        Update update = now.updates.get(alias);
        if (update == null) {
            throw new IllegalArgumentException("there is no update \"" + alias + "\"");
        }
        update.become(BodhiSeed.choice(body, "status", "stable", Archive.STATUSES), seed.now());
        return DONE;
    }
}
