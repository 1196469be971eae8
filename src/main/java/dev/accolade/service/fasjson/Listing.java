package dev.accolade.service.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One list, read page by page or at once, and counted: the server slices a list that nobody sorts anew for each page, so people who come or go
 * between two pages shift all others. Its own link to the next page is never followed. Source: docs/services/fasjson.md, facts 9 to 12.
 *
 * @param <T> what the list holds
 */
final class Listing<T> {

    private final Wire wire;
    private final FasjsonSession session;
    private final Request request;
    private final Function<JsonNode, T> reader;
    private final Function<T, String> key;
    private final Set<String> seen = new HashSet<>();

    /** @param key what tells two of the list apart */
    Listing(Wire wire, FasjsonSession session, Request request, Function<JsonNode, T> reader, Function<T, String> key) {
        this.wire = wire;
        this.session = session;
        this.request = request;
        this.reader = reader;
        this.key = key;
    }

    /**
     * @param pageSize 0 for the whole list in one answer
     * @throws ServiceException also when the list changed while it was read; what the receiver got is then worthless
     */
    void read(int pageSize, Consumer<T> receiver) {
        if (pageSize == 0) {
            Optional<JsonNode> page = page(request, receiver);
            if (page.isPresent() && count(page, "total_results") != seen.size()) {
                throw misunderstood("a part of a list that was asked for as a whole");
            }
        } else {
            readPages(pageSize, receiver);
        }
    }

    private void readPages(int pageSize, Consumer<T> receiver) {
        int total = 0;
        int pages = 1;
        for (int number = 1; number <= pages; number++) {
            int before = seen.size();
            Request asked = request.query("page_size", Integer.toString(pageSize)).query("page_number", Integer.toString(number));
            Optional<JsonNode> page = page(asked, receiver);
            if (count(page, "page_number") != number) {
                throw misunderstood("another page than was asked for");
            }
            if (number > 1 && (count(page, "total_results") != total || seen.size() == before)) {
                throw moved();
            }
            total = count(page, "total_results");
            pages = count(page, "total_pages");
        }
        if (seen.size() != total) {
            throw moved();
        }
    }

    private Optional<JsonNode> page(Request asked, Consumer<T> receiver) {
        return session.with(asked, signed -> wire.read(signed, json -> {
            try {
                return Envelope.read(json, one -> take(one, receiver));
            } catch (IllegalArgumentException missing) {
                throw misunderstood(missing.getMessage());
            }
        }));
    }

    private void take(JsonNode json, Consumer<T> receiver) {
        T item = reader.apply(json);
        if (!seen.add(key.apply(item))) {
            throw moved();
        }
        receiver.accept(item);
    }

    private int count(Optional<JsonNode> page, String field) {
        try {
            return FasjsonJson.count(page.orElse(MissingNode.getInstance()), field);
        } catch (IllegalArgumentException missing) {
            throw misunderstood(missing.getMessage() + " of the page");
        }
    }

    private ServiceException moved() {
        return new ServiceException(Turn.LATER, Effect.NONE, 200, null, wire.connection() + ": the list of " + request
                + " changed while it was read page by page, so it may lack somebody. Nothing of it counts; read it again.", null);
    }

    private ServiceException misunderstood(String what) {
        return wire.misunderstood(request, new JsonReply(200, Map.of(), MissingNode.getInstance()), what);
    }
}
