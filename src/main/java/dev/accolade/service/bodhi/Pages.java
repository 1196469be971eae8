package dev.accolade.service.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a list page by page, the newest first. What is added meanwhile pushes the rest towards later pages, so that something comes twice and is left
 * out the second time; what goes away pulls the rest forward, so that something may be missed, and then nothing counts.
 * Source: docs/services/bodhi.md, facts 14 to 17.
 *
 * @param <T> what the list holds
 */
final class Pages<T> {

    private final Wire wire;
    private final Request request;
    private final String field;
    private final Function<JsonNode, T> reader;
    private final Function<T, String> key;
    private final Set<String> seen = new HashSet<>();

    /** @param field where the list stands in the answer */
    Pages(Wire wire, Request request, String field, Function<JsonNode, T> reader, Function<T, String> key) {
        this.wire = wire;
        this.request = request;
        this.field = field;
        this.reader = reader;
        this.key = key;
    }

    /** @throws ServiceException also when something may have been missed; what the receiver got is then worthless */
    void read(int size, Consumer<List<T>> receiver) {
        int first = 0;
        int before = 0;
        int pages = 1;
        for (int number = 1; number <= pages; number++) {
            JsonReply reply = wire.ask(request.query("rows_per_page", Integer.toString(size)).query("page", Integer.toString(number)));
            List<T> fresh = fresh(reply);
            int total = count(reply, "total");
            first = number == 1 ? total : first;
            if (count(reply, "page") != number) {
                throw wire.misunderstood(request, reply, "another page than was asked for");
            }
            if (total < before || number > 1 && reply.json().path(field).isEmpty()) {
                throw moved();
            }
            before = total;
            pages = count(reply, "pages");
            receiver.accept(fresh);
        }
        if (seen.size() < first) {
            throw moved();
        }
    }

    /** Whether nothing came yet. */
    boolean isEmpty() {
        return seen.isEmpty();
    }

    private List<T> fresh(JsonReply reply) {
        JsonNode list = reply.json().path(field);
        if (!list.isArray()) {
            throw wire.misunderstood(request, reply, "no list under " + field);
        }
        List<T> fresh = new ArrayList<>();
        try {
            for (JsonNode one : list) {
                T item = reader.apply(one);
                if (seen.add(key.apply(item))) {
                    fresh.add(item);
                }
            }
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, missing.getMessage() + " under " + field);
        }
        return fresh;
    }

    private int count(JsonReply reply, String name) {
        try {
            return BodhiJson.count(reply.json(), name);
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, missing.getMessage());
        }
    }

    private ServiceException moved() {
        return new ServiceException(Turn.LATER, Effect.NONE, 200, null, wire.connection() + ": the list of " + request
                + " lost something while it was read page by page, so what came may lack something else. Nothing of it counts; read it again.", null);
    }
}
