package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Speaks v2 of Badgr's interface: tokens, the envelope around every result, and pages. Source: docs/services/badgr.md, sections 2 and 4. */
final class Api {

    static final String PAGE_SIZE = "500";

    private final Wire wire;
    private final Session session;

    Api(Wire wire, Session session) {
        this.wire = wire;
        this.session = session;
    }

    Wire wire() {
        return wire;
    }

    Session session() {
        return session;
    }

    /** Hands over page after page; what was handed over is the whole only if this returns. */
    <T> void pages(Request first, Function<JsonNode, T> item, Consumer<List<T>> page) {
        Set<String> seen = new HashSet<>();
        Optional<Request> next = Optional.of(first);
        while (next.isPresent()) {
            Request request = next.get();
            JsonReply reply = send(request);
            page.accept(items(request, reply, item));
            Optional<String> cursor = understood(request, reply, () -> Pages.ofHeader(reply));
            if (!cursor.map(seen::add).orElse(true)) {
                throw wire.misunderstood(request, reply, "a next page that was read before");
            }
            next = cursor.map(value -> first.query("cursor", value));
        }
    }

    <T> List<T> list(Request request, Function<JsonNode, T> item) {
        return items(request, send(request), item);
    }

    <T> T one(Request request, Function<JsonNode, T> item) {
        JsonReply reply = send(request);
        List<T> items = items(request, reply, item);
        if (items.size() != 1) {
            throw wire.misunderstood(request, reply, items.size() + " results instead of one");
        }
        return items.get(0);
    }

    /** For requests whose answer has nothing in it. */
    void done(Request request) {
        send(request);
    }

    <T> List<T> items(Request request, JsonReply reply, Function<JsonNode, T> item) {
        return understood(request, reply, () -> {
            List<T> items = new ArrayList<>();
            BadgrJson.result(reply.json()).forEach(json -> items.add(item.apply(json)));
            return items;
        });
    }

    /** What cannot be read in an answer becomes the exception for that. */
    <T> T understood(Request request, JsonReply reply, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, wrong.getMessage());
        }
    }

    /** Sends with a token; every refusal becomes an exception. */
    JsonReply send(Request request) {
        return session.with(ticket -> {
            JsonReply reply = wire.send(request.with("Accept", "application/json").with("Authorization", "Bearer " + ticket.secret()));
            if (!reply.isSuccess()) {
                throw refusal(request, reply);
            }
            return reply;
        });
    }

    private RuntimeException refusal(Request request, JsonReply reply) {
        if (BadgrMeaning.isDuplicate(reply)) {
            return new DuplicateAwardException(wire.connection() + ": " + request + " made no second assertion, because this person holds the badge");
        }
        if (BadgrMeaning.isRevokedBefore(reply)) {
            return new AlreadyRevokedException(wire.connection() + ": " + request + " changed nothing, because it was revoked before");
        }
        if (reply.status() == 400 && !BadgrMeaning.refusedItems(reply).isEmpty()) {
            return new BatchRefusedException(wire.refused(request, reply), BadgrMeaning.refusedItems(reply));
        }
        return reply.status() == 404 ? wire.refused(request, reply, Turn.OPERATOR, new BadgrMeaning().of(reply)) : wire.refused(request, reply);
    }

    /** @throws IllegalArgumentException when it cannot be an id of Badgr, so that no id leads to another path */
    static String checked(String entityId) {
        if (!entityId.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException("'" + entityId + "' is not an entityId of Badgr: those are letters, digits, - and _");
        }
        return entityId;
    }

    static Request json(String method, String path, JsonNode body) {
        return Request.of(method, path).json(BadgrJson.bytes(body));
    }
}
