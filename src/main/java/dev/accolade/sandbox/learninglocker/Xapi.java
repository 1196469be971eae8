package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The xAPI service: leads requests, and checks what comes before a statement or a document is looked at. */
final class Xapi {

    private static final String VERSION_HEADER = "X-Experience-API-Version";
    private static final String VERSION = "1.0.3";
    private static final String METHODS = "GET,HEAD,PUT,POST";

    private final Database database;
    private final Statements statements;
    private final StatementSearch search;
    private final XapiDocuments documents;

    Xapi(Database database) {
        this.database = database;
        this.statements = new Statements(database);
        this.search = new StatementSearch(database);
        this.documents = new XapiDocuments(database);
    }

    /** Answers a request whose path begins after {@code /data/xAPI}. */
    Answer answer(Call call, String path) {
        String resource = path.toLowerCase(Locale.ROOT).replaceFirst("/$", "");
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        if (resource.equals("/about") && reads) {
            return Answer.json(200, about());
        }
        if (XapiDocuments.knows(resource, call.method())) {
            return document(call, resource).with(VERSION_HEADER, VERSION);
        }
        boolean known = resource.equals("/statements") && (reads || List.of("POST", "PUT", "OPTIONS").contains(call.method()));
        if (!known) {
            return Errors.noRoute(call.method(), call.path()).answer();
        }
        if (call.method().equals("OPTIONS")) {
            return Answer.text(200, Errors.HTML, METHODS).with("Allow", METHODS);
        }
        return statements(call, reads).with(VERSION_HEADER, VERSION);
    }

    private Answer document(Call call, String resource) {
        try {
            XapiCaller caller = XapiCaller.of(call, database);
            spoken(call);
            return documents.answer(call, resource, caller);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private Answer statements(Call call, boolean reads) {
        try {
            if (reads) {
                XapiCaller caller = XapiCaller.of(call, database);
                spoken(call);
                return search.answer(call, caller).with("X-Experience-API-Consistent-Through", database.now());
            }
            typed(call);
            XapiCaller caller = XapiCaller.of(call, database);
            spoken(call);
            if (call.method().equals("PUT")) {
                statements.put(call, caller);
                return Answer.empty(204);
            }
            return Answer.json(200, statements.post(call, caller));
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static ObjectNode about() {
        ObjectNode about = Paths.NODES.objectNode();
        about.putObject("extensions").put(VERSION_HEADER, VERSION);
        about.putArray("version").add(VERSION);
        return about;
    }

    private static void typed(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (!type.split(";")[0].trim().equalsIgnoreCase("application/json")) {
            throw refusal(400, "Content-Type (" + type + ") is not supported");
        }
    }

    private static void spoken(Call call) {
        Optional<String> version = call.header(VERSION_HEADER);
        if (version.isEmpty()) {
            throw refusal(400, List.of(StatementRules.missing("header." + VERSION_HEADER)));
        }
        if (!version.get().matches("1\\.0(\\.\\d+)?")) {
            throw refusal(400, List.of(StatementRules.problem("header." + VERSION_HEADER, Paths.NODES.textNode(version.get()))));
        }
    }

    static Refusal refusal(int status, String message) {
        return new Refusal(Answer.json(status, numbered().put("message", message)));
    }

    static Refusal refusal(int status, List<String> warnings) {
        ObjectNode body = numbered();
        ArrayNode list = body.putArray("warnings");
        warnings.forEach(list::add);
        return new Refusal(Answer.json(status, body));
    }

    private static ObjectNode numbered() {
        return Paths.NODES.objectNode().put("errorId", UUID.randomUUID().toString());
    }
}
