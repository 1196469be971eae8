package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.PathParts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The operator's side: {@code GET /summary?store=<id>} counts clients, {@code POST /settings {"roundTripMillis": n}} sets how long a change of
 * scopes takes to reach the database, {@code POST /users} puts a user, as a seed describes it, in the place of the one with its id,
 * {@code PUT /clients/{key}/scopes} gives the client with that key other scopes, {@code DELETE /stores/{title}} deletes a store and leaves its clients.
 */
final class Controls {

    private final Database database;

    Controls(Database database) {
        this.database = database;
    }

    Answer answer(Call call) {
        if (call.method().equals("GET") && call.path().equals("/summary")) {
            return Answer.json(200, summary(call.parameter("store").filter(id -> !id.isEmpty())));
        }
        JsonNode body = call.json().orElse(Paths.NODES.objectNode());
        if (call.method().equals("POST") && call.path().equals("/settings") && body.path("roundTripMillis").isIntegralNumber()) {
            database.roundTripMillis().set(Math.max(0, body.get("roundTripMillis").asLong()));
            return Answer.empty(204);
        }
        if (call.method().equals("POST") && call.path().equals("/users") && body.path("id").isTextual() && body.path("email").isTextual()) {
            database.users().put(body.get("id").textValue(), body);
            return Answer.empty(204);
        }
        List<String> path = PathParts.of(call.path());
        if (call.method().equals("PUT") && path.size() == 3 && path.get(0).equals("clients") && path.get(2).equals("scopes") && body.isArray()) {
            return done(database.of(Model.CLIENT).withKey(path.get(1)).findFirst().flatMap(client -> database.of(Model.CLIENT).replace(id(client),
                    old -> old.deepCopy().<ObjectNode>set("scopes", body))).isPresent());
        }
        if (call.method().equals("DELETE") && path.size() == 2 && path.get(0).equals("stores")) {
            return done(database.of(Model.STORE).all().filter(store -> store.path("title").asText().equals(path.get(1)) || id(store).equals(path.get(1))).findFirst()
                    .filter(store -> database.of(Model.STORE).remove(id(store))).isPresent());
        }
        return Answer.text(404, "text/plain", "Controls: GET /summary?store=<id>, POST /settings {\"roundTripMillis\": n}, POST /users {\"id\", \"email\", ...}, "
                + "PUT /clients/<key>/scopes [\"all\", ...], DELETE /stores/<title or id>.\n");
    }

    private static Answer done(boolean found) {
        return found ? Answer.empty(204) : Answer.text(404, "text/plain", "There is no such client or store. Nothing was changed.\n");
    }

    private static String id(ObjectNode document) {
        return document.path("_id").asText();
    }

    private ObjectNode summary(Optional<String> store) {
        List<ObjectNode> clients = database.of(Model.CLIENT).all()
                .filter(client -> store.isEmpty() || client.path("lrs_id").asText().equals(store.get())).toList();
        long enabled = clients.stream().filter(Controls::enabled).count();
        Set<String> once = new HashSet<>();
        long duplicates = clients.stream().map(Controls::key).filter(key -> !once.add(key)).distinct().count();
        ObjectNode counts = Paths.NODES.objectNode().put("clients", clients.size()).put("enabled", enabled).put("disabled", clients.size() - enabled);
        counts.put("accolade", clients.stream().filter(client -> enabled(client) && key(client).startsWith("accolade-")).count());
        return counts.put("duplicates", duplicates);
    }

    private static boolean enabled(ObjectNode client) {
        return client.path("isTrusted").asBoolean();
    }

    private static String key(ObjectNode client) {
        return client.path("api").path("basic_key").asText();
    }
}
