package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A CAVE auth server on loopback with a superadmin, three people and a service account, and a hand to call it with. */
final class Cave implements AutoCloseable {

    static final String ROOT = "Bearer 01aa";
    static final String ADA = "Bearer 02aa";
    static final String BOB = "Bearer 03aa";
    static final String ROBOT = "Bearer 05aa";
    static final String API = "/cave/auth/api/v1";

    private static final String SEED = """
            {"sticky_auth_url": "auth.example.org/sticky_auth", "token_times": "2024-01-05T11:00:00",
             "permissions": [{"id": 1, "name": "view"}, {"id": 2, "name": "edit"}],
             "tos": [{"id": 1, "name": "lagoon terms", "text": "Be kind."}],
             "datasets": [{"id": 1, "name": "reef", "tos_id": null}, {"id": 2, "name": "lagoon", "tos_id": 1}],
             "groups": [{"id": 1, "name": "default"}, {"id": 2, "name": "divers"}],
             "users": [{"id": 1, "email": "root@example.org", "name": "Root", "admin": true, "created": "2024-01-05T10:01:00"},
                       {"id": 2, "email": "ada@example.org", "name": "Ada", "created": "2024-01-05T10:02:00"},
                       {"id": 3, "email": "Bob@example.org", "name": "Bob", "custom_name": "Bobby", "created": "2024-01-05T10:03:00"},
                       {"id": 4, "email": "eve@example.org", "name": "Eve", "created": "2024-01-05T10:04:00"},
                       {"id": 5, "email": "robot@serviceaccount", "name": "robot", "parent_id": 1, "created": "2024-01-05T10:05:00"}],
             "group_members": [{"group": 2, "user": 2, "admin": true}, {"group": 2, "user": 3}, {"group": 2, "user": 5}],
             "group_permissions": [{"group": 2, "dataset": 1, "permissions": [1, 2]}, {"group": 2, "dataset": 2, "permissions": [1]}],
             "tokens": [{"id": 1, "user": 1, "token": "01aa"}, {"id": 2, "user": 2, "token": "02aa"}, {"id": 3, "user": 3, "token": "03aa"},
                        {"id": 4, "user": 5, "token": "05aa"}]}
            """;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(new CaveStandIn()));

    Cave() {
        sandbox.load("cave", json(SEED));
    }

    /** A reply with its body as text. */
    record Said(int status, String text, String challenge, String location) {

        JsonNode body() {
            return json(text);
        }
    }

    Said get(String path, String authorization) {
        return send("GET", API + path, "", authorization);
    }

    /** Calls any path of the sandbox; an empty authorization sends none. */
    Said send(String method, String path, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.address() + path)).header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Said(response.statusCode(), response.body(), response.headers().firstValue("WWW-Authenticate").orElse(""),
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    String address() {
        return sandbox.address();
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
