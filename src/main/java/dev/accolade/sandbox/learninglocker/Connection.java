package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /connection/<model>}: pages by cursor. */
final class Connection {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    Connection(Database database) {
        this.database = database;
    }

    Answer page(Call call, Model model) {
        Caller caller = Caller.of(call, database).orElseThrow(Errors::unauthorized);
        if (model != Model.ORGANISATION && !caller.manages(model, true, database)) {
            throw Errors.forbidden();
        }
        try {
            return Answer.json(200, page(call, model, caller));
        } catch (Refusal refusal) {
            throw refusal.answer().status() == 400 ? serverError(refusal) : refusal;
        }
    }

    private ObjectNode page(Call call, Model model, Caller caller) {
        Filter filter = Filter.of(model, json(call, "filter").orElse(Paths.NODES.objectNode()));
        Sorting sorting = Sorting.of(json(call, "sort").filter(JsonNode::isObject).orElse(Paths.NODES.objectNode().put("_id", 1)));
        Projection projection = json(call, "project").map(Projection::of).orElse(Projection.ALL);
        boolean backwards = given(call, "before").isPresent();
        Optional<Cursor> cursor = given(call, "after").or(() -> given(call, "before")).map(text -> Cursor.of(text, sorting));
        int size = size(call);
        Stream<ObjectNode> found = found(model, filter, sorting, cursor, backwards);
        List<ObjectNode> some = found.filter(document -> caller.sees(model, document)).limit(size + 1L).toList();
        boolean more = some.size() > size;
        ObjectNode page = Paths.NODES.objectNode();
        ArrayNode edges = page.putArray("edges");
        some.stream().limit(size).forEach(document -> {
            ObjectNode node = Shown.of(model, document, projection);
            edges.addObject().put("cursor", Cursor.text(node, sorting)).set("node", node);
        });
        ObjectNode info = page.putObject("pageInfo");
        info.put("hasNextPage", backwards ? cursor.isPresent() : more);
        info.put("hasPreviousPage", backwards ? more : cursor.isPresent());
        info.put("startCursor", edges.isEmpty() ? Cursor.NONE : edges.get(0).path("cursor").asText());
        info.put("endCursor", edges.isEmpty() ? Cursor.NONE : edges.get(edges.size() - 1).path("cursor").asText());
        return page;
    }

    private Stream<ObjectNode> found(Model model, Filter filter, Sorting sorting, Optional<Cursor> cursor, boolean backwards) {
        Documents documents = database.of(model);
        if (sorting.byId()) {
            Optional<String> id = cursor.flatMap(Cursor::id);
            if (cursor.isPresent() && id.isEmpty()) {
                return Stream.empty();
            }
            return filter.among(documents, () -> id.map(one -> backwards ? documents.before(one) : documents.after(one)).orElseGet(documents::all),
                    document -> cursor.map(one -> one.leads(document, backwards)).orElse(true));
        }
        return filter.in(documents).filter(document -> cursor.map(one -> one.leads(document, backwards)).orElse(true)).sorted(sorting);
    }

    private static int size(Call call) {
        Optional<String> first = call.parameter("first");
        long wanted = first.isEmpty() ? 10 : RestQuery.leadingNumber(first.get()).orElse(0L);
        if (wanted == 0) {
            wanted = call.parameter("last").flatMap(RestQuery::leadingNumber).filter(last -> last != 0).orElse(100L);
        }
        return (int) Math.min(Math.abs(wanted), Integer.MAX_VALUE - 1);
    }

    private static Optional<String> given(Call call, String name) {
        return call.parameter(name).filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> json(Call call, String name) {
        Optional<String> text = given(call, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonSyntax.complaint(text.get()).ifPresent(complaint -> {
            throw Errors.numbered(500, complaint);
        });
        try {
            return Optional.of(JSON.readTree(text.get()));
        } catch (JsonProcessingException tooDeep) {
            throw Errors.numbered(500, "Unexpected token in JSON");
        }
    }

    /** What REST refuses with 400 is here a failure of the server. */
    private static Refusal serverError(Refusal refusal) {
        try {
            return Errors.numbered(500, JSON.readTree(refusal.answer().body()).path("message").asText());
        } catch (IOException notJson) {
            return refusal;
        }
    }
}
