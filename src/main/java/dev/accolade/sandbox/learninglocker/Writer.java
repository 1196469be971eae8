package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Makes and changes documents: defaults, rules, version and times. */
final class Writer {

    private static final String DEFAULT_AUTHORITY = "{\"objectType\":\"Agent\",\"name\":\"New Client\",\"mbox\":\"mailto:hello@learninglocker.net\"}";

    private final Database database;

    Writer(Database database) {
        this.database = database;
    }

    /** Makes documents, all or none. */
    List<ObjectNode> create(Model model, List<JsonNode> bodies, Optional<String> organisation) {
        List<ObjectNode> made = new ArrayList<>();
        for (JsonNode body : bodies) {
            Changes changes = Changes.ofNew(model, body);
            changes.organisation(organisation);
            made.add(fresh(model, changes, database.newId()));
        }
        made.forEach(document -> insert(model, document));
        return made;
    }

    /** Makes a document with an id of the caller's choice, without the checks of the API. */
    ObjectNode seed(Model model, JsonNode body, String id) {
        ObjectNode document = fresh(model, Changes.ofNew(model, body), id);
        insert(model, document);
        return document;
    }

    private ObjectNode fresh(Model model, Changes changes, String id) {
        ObjectNode document = Paths.NODES.objectNode();
        defaults(model, document);
        document.put("_id", id);
        changes.values().forEach((path, value) -> Paths.put(document, path, value));
        changes.check(document);
        refuse(model, changes);
        if (model == Model.CLIENT) {
            credentials(document);
        }
        String now = database.now();
        document.put("updatedAt", now);
        if (!document.hasNonNull("createdAt")) {
            document.put("createdAt", now);
        }
        return document.put("__v", 0);
    }

    private void insert(Model model, ObjectNode document) {
        database.of(model).insert(document);
        if (model == Model.STORE) {
            ObjectNode client = Paths.NODES.objectNode();
            client.put("title", document.path("title").asText() + " client");
            client.set("organisation", document.path("organisation"));
            client.set("lrs_id", document.get("_id"));
            client.putArray("scopes").add("xapi/all");
            seed(Model.CLIENT, client, database.newId());
        }
    }

    private static void defaults(Model model, ObjectNode document) {
        if (model == Model.CLIENT) {
            document.putObject("api");
            document.put("authority", DEFAULT_AUTHORITY).put("isTrusted", true).putArray("scopes");
        } else if (model == Model.STORE) {
            document.put("statementCount", 0).put("title", "New xAPI store");
        }
    }

    private void credentials(ObjectNode document) {
        ObjectNode api = document.path("api").isObject() ? (ObjectNode) document.get("api") : document.putObject("api");
        for (String name : List.of("basic_key", "basic_secret")) {
            if (api.path(name).asText("").isEmpty() || api.path(name).isNull()) {
                api.put(name, database.hex(20));
            }
        }
    }

    /** Changes one document; the whole document as it is now. */
    ObjectNode update(Model model, ObjectNode loaded, JsonNode body, Optional<String> organisation) {
        Changes changes = Changes.ofUpdate(model, body);
        if (body.isObject()) {
            changes.organisation(organisation);
        }
        Map<String, JsonNode> modified = modified(loaded, changes);
        ObjectNode draft = applied(loaded, modified);
        changes.values().keySet().retainAll(modified.keySet());
        changes.check(draft);
        refuse(model, changes);
        return modified.isEmpty() ? loaded : stored(model, loaded, modified);
    }

    private ObjectNode stored(Model model, ObjectNode loaded, Map<String, JsonNode> modified) {
        boolean versioned = modified.keySet().stream().anyMatch(path -> path.startsWith("scopes"));
        if (versioned) {
            LockSupport.parkNanos(database.roundTripMillis().get() * 1_000_000);
        }
        String id = loaded.path("_id").textValue();
        return database.of(model).replace(id, current -> {
            if (versioned && current.path("__v").asInt() != loaded.path("__v").asInt()) {
                throw lostUpdate(loaded, modified);
            }
            ObjectNode next = applied(current, modified);
            if (model == Model.CLIENT) {
                credentials(next);
            }
            if (modified.containsKey("scopes") && modified.get("scopes").isArray()) {
                next.put("__v", current.path("__v").asInt() + 1);
            }
            return next.put("updatedAt", database.now());
        }).orElseThrow(Errors::notFound);
    }

    private static Map<String, JsonNode> modified(ObjectNode loaded, Changes changes) {
        Map<String, JsonNode> modified = new LinkedHashMap<>();
        changes.values().forEach((path, value) -> {
            if (!Paths.get(loaded, path).equals(value)) {
                modified.put(path, value);
            }
        });
        return modified;
    }

    private static ObjectNode applied(ObjectNode document, Map<String, JsonNode> changes) {
        ObjectNode copy = document.deepCopy();
        changes.forEach((path, value) -> {
            if (path.equals("api")) {
                copy.putObject("api");
            } else {
                Paths.put(copy, path, value);
            }
        });
        return copy;
    }

    private static void refuse(Model model, Changes changes) {
        if (!changes.complaints().isEmpty()) {
            throw new Refusal(Answer.json(400, changes.complaints().body(model)));
        }
    }

    private static Refusal lostUpdate(ObjectNode loaded, Map<String, JsonNode> modified) {
        int version = loaded.path("__v").asInt();
        String message = "No matching document found for id \"" + loaded.path("_id").asText() + "\" version " + version
                + " modifiedPaths \"" + String.join(", ", modified.keySet()) + "\"";
        ObjectNode body = Paths.NODES.objectNode().put("message", message).put("stack", "VersionError: " + message).put("version", version);
        ArrayNode paths = body.putArray("modifiedPaths");
        modified.keySet().forEach(paths::add);
        return new Refusal(Answer.json(400, body.put("name", "VersionError").put("statusCode", 400)));
    }
}
