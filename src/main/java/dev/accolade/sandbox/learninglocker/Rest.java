package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code /v2/<model>}: lists, single documents, and changes. */
final class Rest {

    private static final Map<String, Model> REFERENCES = Map.of("lrs_id", Model.STORE, "organisation", Model.ORGANISATION);

    private final Database database;
    private final Writer writer;

    Rest(Database database) {
        this.database = database;
        this.writer = new Writer(database);
    }

    /** Requests for the collection. */
    Answer collection(Call call, Model model) {
        return switch (call.method()) {
            case "OPTIONS" -> allow("GET,HEAD,POST,DELETE");
            case "GET", "HEAD" -> list(RestQuery.of(call), allowed(call, model), model);
            case "POST" -> {
                RestQuery.of(call);
                typed(call);
                yield create(call, allowed(call, model), model);
            }
            case "DELETE" -> {
                allowed(call, model);
                yield Answer.text(400, Errors.HTML, "API does not allow bulk deletions");
            }
            default -> throw Errors.noRoute(call.method(), call.path());
        };
    }

    /** {@code /count}. */
    Answer count(Call call, Model model) {
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            return document(call, model, "count");
        }
        RestQuery query = RestQuery.of(call);
        long found = matching(query, allowed(call, model), model).skip(Math.max(0, query.skip())).count();
        return Answer.json(200, Paths.NODES.objectNode().put("count", found));
    }

    /** Requests for one document. */
    Answer document(Call call, Model model, String id) {
        if (call.method().equals("OPTIONS")) {
            return allow("GET,HEAD,POST,PUT,PATCH,DELETE");
        }
        RestQuery query = RestQuery.of(call);
        boolean writes = Set.of("POST", "PUT", "PATCH").contains(call.method());
        if (writes) {
            typed(call);
        } else if (!Set.of("GET", "HEAD", "DELETE").contains(call.method())) {
            throw Errors.noRoute(call.method(), call.path());
        }
        Caller caller = allowed(call, model);
        ObjectNode found = loaded(query, caller, model, id);
        if (writes) {
            JsonNode body = call.json().orElse(Paths.NODES.objectNode());
            return Answer.json(200, Shown.of(model, writer.update(model, found, body, caller.organisation()), Projection.ALL));
        }
        if (call.method().equals("DELETE")) {
            if (!database.of(model).remove(found.path("_id").textValue())) {
                throw Errors.notFound();
            }
            return Answer.empty(204);
        }
        return Answer.json(200, shown(query, model, found));
    }

    private Caller allowed(Call call, Model model) {
        Caller caller = Caller.of(call, database).orElseThrow(Errors::unauthorized);
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        if (model == Model.ORGANISATION ? !reads : !caller.manages(model, reads, database)) {
            throw Errors.forbidden();
        }
        return caller;
    }

    private Stream<ObjectNode> matching(RestQuery query, Caller caller, Model model) {
        return Filter.of(model, query.filter()).in(database.of(model)).filter(document -> caller.sees(model, document));
    }

    private Answer list(RestQuery query, Caller caller, Model model) {
        Projection projection = projection(query);
        Stream<ObjectNode> found = matching(query, caller, model);
        if (query.distinct().isPresent()) {
            return Answer.json(200, distinct(found, query.distinct().get()));
        }
        if (!query.sort().isMissingNode()) {
            found = found.sorted(Sorting.of(query.sort()));
        }
        found = found.skip(Math.max(0, query.skip()));
        if (query.limit() != 0) {
            found = found.limit(Math.abs(query.limit()));
        }
        return Answer.json(200, found.map(document -> populated(query, Shown.of(model, document, projection))).toList());
    }

    private static Set<JsonNode> distinct(Stream<ObjectNode> found, String path) {
        Set<JsonNode> values = new LinkedHashSet<>();
        found.map(document -> Paths.get(document, path)).filter(value -> !value.isMissingNode()).forEach(value -> {
            if (value.isArray()) {
                value.forEach(values::add);
            } else {
                values.add(value);
            }
        });
        return values;
    }

    private ObjectNode loaded(RestQuery query, Caller caller, Model model, String id) {
        String known = Casts.id(Paths.NODES.textNode(id)).orElseThrow(() -> Errors.badId(model, id));
        Filter filter = Filter.of(model, query.filter());
        return database.of(model).find(known).filter(document -> caller.sees(model, document)).filter(filter::matches)
                .orElseThrow(Errors::notFound);
    }

    private ObjectNode shown(RestQuery query, Model model, ObjectNode document) {
        return populated(query, Shown.of(model, document, projection(query)));
    }

    private static Projection projection(RestQuery query) {
        Projection projection = query.select().isMissingNode() ? Projection.ALL : Projection.of(query.select());
        for (JsonNode wanted : query.populate()) {
            projection = projection.including(wanted.path("path").asText());
        }
        return projection;
    }

    private ObjectNode populated(RestQuery query, ObjectNode shown) {
        for (JsonNode wanted : query.populate()) {
            String path = wanted.path("path").asText();
            Model target = REFERENCES.get(path);
            if (target != null && shown.hasNonNull(path)) {
                Projection projection = wanted.has("select") ? Projection.of(wanted.get("select")) : Projection.ALL;
                Optional<ObjectNode> found = database.of(target).find(shown.path(path).asText());
                shown.set(path, found.<JsonNode>map(document -> projection.of(document)).orElse(Paths.NODES.nullNode()));
            }
        }
        return shown;
    }

    private Answer create(Call call, Caller caller, Model model) {
        JsonNode body = call.json().orElse(Paths.NODES.objectNode());
        if (caller.kind() == Caller.Kind.USER && body instanceof ObjectNode one && !one.has("organisation")) {
            one.putNull("organisation");
        }
        if (!body.isArray()) {
            ObjectNode made = writer.create(model, List.of(body), caller.organisation()).get(0);
            return Answer.json(201, Shown.of(model, made, Projection.ALL));
        }
        if (body.isEmpty()) {
            return Answer.text(201, "text/plain; charset=utf-8", "Created");
        }
        List<JsonNode> bodies = new ArrayList<>();
        body.forEach(bodies::add);
        return Answer.json(201, writer.create(model, bodies, Optional.empty()).stream().map(made -> Shown.of(model, made, Projection.ALL)).toList());
    }

    private static void typed(Call call) {
        String type = call.header("Content-Type").orElseThrow(() -> Errors.described("Bad Request", "missing_content_type"));
        if (!type.toLowerCase(Locale.ROOT).contains("application/json")) {
            throw Errors.described("Bad Request", "invalid_content_type");
        }
    }

    private static Answer allow(String methods) {
        return Answer.text(200, Errors.HTML, methods).with("Allow", methods);
    }
}
