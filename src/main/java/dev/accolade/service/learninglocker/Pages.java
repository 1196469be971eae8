package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks the Connection interface by {@code _id}, the only order whose cursors can be relied on. Source: docs/services/learning-locker.md, chapter 6 */
final class Pages {

    private static final int SIZE = 500;

    private final Wire wire;
    private final Login login;

    Pages(Wire wire, Login login) {
        this.wire = wire;
        this.login = login;
    }

    /**
     * Hands over page by page; that was the whole only if this returns.
     *
     * @param item reads a node; {@link IllegalArgumentException} says what is wrong with it
     */
    <T> void walk(String model, Optional<String> filter, List<String> fields, Function<JsonNode, T> item, Consumer<List<T>> page) {
        Request first = Request.of("GET", "/connection/" + model).query("first", Integer.toString(SIZE)).query("sort", "{\"_id\":1}")
                .query("project", LearningLockerJson.projection(fields));
        first = filter.isPresent() ? first.query("filter", filter.get()) : first;
        Request request = first;
        String last = "";
        while (true) {
            JsonReply reply = wire.ask(login.sign(request));
            JsonNode edges = edges(request, reply);
            List<T> items = new ArrayList<>();
            for (JsonNode edge : edges) {
                last = idAfter(last, edge, request, reply);
                items.add(read(edge.path("node"), item, request, reply));
            }
            page.accept(items);
            if (!reply.json().path("pageInfo").path("hasNextPage").booleanValue()) {
                return;
            }
            request = first.query("after", next(request, reply, edges));
        }
    }

    private JsonNode edges(Request request, JsonReply reply) {
        JsonNode edges = reply.json().path("edges");
        if (!edges.isArray() || !reply.json().path("pageInfo").path("hasNextPage").isBoolean()) {
            throw wire.misunderstood(request, reply, "no edges or no pageInfo");
        }
        return edges;
    }

    /** Ids that ascend prove that no page came twice, and that the walk ends. */
    private String idAfter(String last, JsonNode edge, Request request, JsonReply reply) {
        String id = edge.path("node").path("_id").asText("");
        if (!Ids.isId(id) || id.compareTo(last) <= 0) {
            throw wire.misunderstood(request, reply, "a node with no _id, or one that is not in the order asked for");
        }
        return id;
    }

    private <T> T read(JsonNode node, Function<JsonNode, T> item, Request request, JsonReply reply) {
        try {
            return item.apply(node);
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, "a node with " + wrong.getMessage());
        }
    }

    private String next(Request request, JsonReply reply, JsonNode edges) {
        JsonNode cursor = reply.json().path("pageInfo").path("endCursor");
        if (edges.isEmpty() || !cursor.isTextual() || cursor.textValue().isEmpty()) {
            throw wire.misunderstood(request, reply, "a next page without a way to it");
        }
        return cursor.textValue();
    }
}
