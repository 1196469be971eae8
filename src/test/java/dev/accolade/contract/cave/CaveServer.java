package dev.accolade.contract.cave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The CAVE server that is asked. A real one needs four tokens (properties token, root.token, ada.token, bob.token) of a read-only service account in
 * the group divers, a superadmin, an admin of that group, and a member with a custom name; and the dataset reef that divers may view and edit, and
 * lagoon, which they may view under terms; their ids are properties, too.
 */
final class CaveServer implements BeforeAllCallback, AfterAllCallback {

    static final String API = "/auth/api/v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"sticky_auth_url": "auth.example.org/sticky_auth", "permissions": [{"id": 1, "name": "view"}, {"id": 2, "name": "edit"}],
             "affiliations": [{"id": 1, "name": "Sea Institute"}], "tos": [{"id": 1, "name": "lagoon terms", "text": "Be kind."}],
             "datasets": [{"id": 1, "name": "reef", "tos_id": null}, {"id": 2, "name": "lagoon", "tos_id": 1}],
             "groups": [{"id": 1, "name": "default"}, {"id": 2, "name": "divers"}],
             "users": [{"id": 1, "email": "root@example.org", "name": "Root", "admin": true, "created": "2024-01-05T10:01:00"},
                       {"id": 2, "email": "ada@example.org", "name": "Ada", "created": "2024-01-05T10:02:00",
                        "affiliations": [{"affiliation": "Sea Institute", "start": "2024-01-05T10:00:00"}]},
                       {"id": 3, "email": "Bob.B@example.org", "name": "Bob", "custom_name": "Bobby", "created": "2024-01-05T10:03:00"},
                       {"id": 4, "email": "robot@serviceaccount", "name": "robot", "parent_id": 1, "read_only": true, "created": "2024-01-05T10:04:00"}],
             "group_members": [{"group": 2, "user": 2, "admin": true}, {"group": 2, "user": 3}, {"group": 2, "user": 4}],
             "group_permissions": [{"group": 2, "dataset": 1, "permissions": [1, 2]}, {"group": 2, "dataset": 2, "permissions": [1]}],
             "tokens": [{"id": 1, "user": 1, "token": "01aa01aa01aa01aa01aa01aa01aa01aa"}, {"id": 2, "user": 2, "token": "02aa02aa02aa02aa02aa02aa02aa02aa"},
                        {"id": 3, "user": 3, "token": "03aa03aa03aa03aa03aa03aa03aa03aa"}, {"id": 4, "user": 4, "token": "04aa04aa04aa04aa04aa04aa04aa04aa"}]}
            """;

    final String robot;
    final String root;
    final String ada;
    final String bob;
    final String robotId;
    final String adaId;
    final String bobId;
    final String divers;
    private final Server server = Server.of("cave");

    CaveServer() {
        robot = server.property("token", "04aa04aa04aa04aa04aa04aa04aa04aa");
        root = server.property("root.token", "01aa01aa01aa01aa01aa01aa01aa01aa");
        ada = server.property("ada.token", "02aa02aa02aa02aa02aa02aa02aa02aa");
        bob = server.property("bob.token", "03aa03aa03aa03aa03aa03aa03aa03aa");
        robotId = server.property("id", "4");
        adaId = server.property("ada.id", "2");
        bobId = server.property("bob.id", "3");
        divers = server.property("divers.id", "2");
    }

    /** A request with nothing in it but the token. */
    HttpResponse<String> get(String path, String token) {
        return server.send(bearing(token, API + path));
    }

    HttpResponse<String> send(String method, String path, String json, String token) {
        return server.send(bearing(token, API + path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json)));
    }

    /** Any request below the address of the server. */
    HttpRequest.Builder request(String path) {
        return server.request(path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return server.send(request);
    }

    /** Somebody who was not there before. */
    JsonNode newUser(String email) {
        return json(send("POST", "/user", "{\"name\": \"Eve\", \"email\": \"" + email + "\"}", robot));
    }

    /** Makes a group as the service account, which is then its admin. */
    String newGroup() {
        String name = "group " + UUID.randomUUID();
        send("POST", "/group", "{\"name\": \"" + name + "\"}", robot);
        return json(get("/group?name=" + name.replace(" ", "%20"), robot)).path(0).path("id").asText();
    }

    static String unheardOf() {
        return UUID.randomUUID() + "@example.org";
    }

    static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON: " + answer.body(), noJson);
        }
    }

    static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private HttpRequest.Builder bearing(String token, String path) {
        return server.request(path).header("Authorization", "Bearer " + token);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server.beforeAll(context);
        JsonNode seed = JSON.readTree(SEED);
        server.sandbox().ifPresent(sandbox -> sandbox.load("cave", seed));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.afterAll(context);
    }
}
