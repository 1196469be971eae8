package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** The state and profile resources, as the xAPI 1.0.3 defines them; which scopes open them is Learning Locker's own. */
final class XapiDocuments {

    /** A resource: what tells its shelves apart, how a document's id is called, and the scope that opens it beside those for everything. */
    private record Resource(List<String> keys, String id, String scope) {
    }

    private static final Map<String, Resource> RESOURCES = Map.of(
            "/activities/state", new Resource(List.of("activityId", "agent"), "stateId", "state"),
            "/activities/profile", new Resource(List.of("activityId"), "profileId", "profile"),
            "/agents/profile", new Resource(List.of("agent"), "profileId", "profile"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;

    XapiDocuments(Database database) {
        this.database = database;
    }

    static boolean knows(String path, String method) {
        return RESOURCES.containsKey(path) && List.of("GET", "HEAD", "PUT", "POST", "DELETE").contains(method);
    }

    Answer answer(Call call, String path, XapiCaller caller) {
        Resource resource = RESOURCES.get(path);
        boolean reads = call.method().equals("GET") || call.method().equals("HEAD");
        caller.mustHold(reads ? List.of("all", "xapi/all", "xapi/read", resource.scope()) : List.of("all", "xapi/all", resource.scope()));
        String shelf = shelf(call, path, resource, caller);
        Optional<String> id = call.parameter(resource.id()).filter(text -> !text.isEmpty());
        if (reads) {
            return id.map(one -> found(shelf, one)).orElseGet(() -> Answer.json(200, database.documents().ids(shelf, call.parameter("since"))));
        }
        boolean whole = call.method().equals("DELETE") && resource.id().equals("stateId");
        if (id.isEmpty() && !whole) {
            throw missing(resource.id());
        }
        if (call.method().equals("DELETE")) {
            database.documents().remove(shelf, id);
        } else {
            store(call, resource, shelf, id.get());
        }
        return Answer.empty(204);
    }

    private static String shelf(Call call, String path, Resource resource, XapiCaller caller) {
        StringBuilder shelf = new StringBuilder(caller.store() + " " + path);
        for (String key : resource.keys()) {
            String value = call.parameter(key).filter(text -> !text.isEmpty()).orElseThrow(() -> missing(key));
            shelf.append(' ').append(key.equals("agent") ? agent(value) : value);
        }
        return shelf.append(' ').append(call.parameter("registration").orElse("")).toString();
    }

    private static Refusal missing(String name) {
        return Xapi.refusal(400, List.of(StatementRules.missing("query." + name)));
    }

    /** The identifier alone: names do not tell agents apart. */
    private static String agent(String text) {
        try {
            JsonNode agent = JSON.readTree(text);
            if (agent != null && AuthorityRule.agent(agent)) {
                return List.of("mbox", "mbox_sha1sum", "openid", "account").stream().filter(agent::has).map(name -> name + agent.get(name)).findFirst().orElseThrow();
            }
        } catch (IOException notJson) {
            throw Xapi.refusal(400, "Expected valid JSON in query.agent");
        }
        throw Xapi.refusal(400, List.of(StatementRules.problem("query.agent", Paths.NODES.textNode(text))));
    }

    private Answer found(String shelf, String id) {
        DocumentStore.Document document = database.documents().find(shelf, id).orElseThrow(() -> Xapi.refusal(404, "No document found"));
        return new Answer(200, List.of(Map.entry("Content-Type", document.type())), document.content())
                .with("ETag", tag(document)).with("Last-Modified", document.updated());
    }

    /** POST merges JSON objects; a profile is replaced only by somebody who says which one. */
    private void store(Call call, Resource resource, String shelf, String id) {
        Optional<DocumentStore.Document> old = database.documents().find(shelf, id);
        boolean merges = call.method().equals("POST");
        if (resource.id().equals("profileId")) {
            agreed(call, old, merges);
        }
        String type = call.header("Content-Type").orElse("application/octet-stream");
        byte[] content = merges && old.isPresent() ? merged(old.get(), type, call.body()) : call.body();
        database.documents().put(shelf, id, new DocumentStore.Document(type, content, database.now()));
    }

    private static void agreed(Call call, Optional<DocumentStore.Document> old, boolean merges) {
        Optional<String> match = call.header("If-Match");
        Optional<String> none = call.header("If-None-Match");
        if (match.isPresent() && old.filter(document -> tag(document).equals(match.get())).isEmpty() || none.filter("*"::equals).isPresent() && old.isPresent()) {
            throw Xapi.refusal(412, "The document was changed by another");
        }
        if (!merges && old.isPresent() && match.isEmpty() && none.isEmpty()) {
            throw Xapi.refusal(409, "There is a document; say which one is to be replaced with If-Match");
        }
    }

    private static byte[] merged(DocumentStore.Document old, String type, byte[] added) {
        try {
            if (isJson(old.type()) && isJson(type) && JSON.readTree(old.content()) instanceof ObjectNode into && JSON.readTree(added) instanceof ObjectNode more) {
                return JSON.writeValueAsBytes(into.setAll(more));
            }
        } catch (IOException notJson) {
            throw Xapi.refusal(400, "Expected valid JSON in body");
        }
        throw Xapi.refusal(400, "Only JSON objects can be merged");
    }

    private static boolean isJson(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static String tag(DocumentStore.Document document) {
        CRC32 sum = new CRC32();
        sum.update(document.content());
        return "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
    }
}
