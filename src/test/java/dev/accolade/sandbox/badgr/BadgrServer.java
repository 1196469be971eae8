package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A running sandbox with a small Badgr in it, and a client that hides nothing. */
final class BadgrServer implements AutoCloseable {

    static final String PASSWORD = "correct-horse-1";
    static final String SCOPES = "rw:profile rw:issuer rw:backpack";
    static final String SEED = """
            {"settings": {"scopes": "strict"}, "password": "correct-horse-1, for every user",
             "users": [{"email": "robot@example.org", "verified": true, "firstName": "Test", "lastName": "Robot"},
                       {"email": "staff@example.org", "verified": true, "firstName": "Test", "lastName": "Staff"},
                       {"email": "outsider@example.org", "verified": true, "firstName": "Test", "lastName": "Outsider"},
                       {"email": "unverified@example.org", "verified": false, "firstName": "Test", "lastName": "Unverified"}],
             "applications": [{"client_id": "public", "type": "public", "grant": "password", "scopes": ["rw:profile", "rw:issuer", "rw:backpack"]},
                              {"client_id": "service", "type": "confidential", "secret": "s3cret", "grant": "client_credentials",
                               "scopes": ["rw:issuer", "rw:issuer:*"], "user": "robot@example.org"}],
             "issuers": [{"entityId": "issuer-1", "name": "Groups", "url": "https://example.org", "email": "robot@example.org",
                          "createdBy": "robot@example.org",
                          "staff": [{"user": "robot@example.org", "role": "owner"}, {"user": "staff@example.org", "role": "staff"}],
                          "badgeClasses": [{"entityId": "class-1", "name": "Maintainer", "description": "Keeps it going"}]}]}
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came back; {@code body} is a missing node when it is no JSON. */
    record Got(int status, String type, JsonNode body, HttpResponse<String> raw) {

        JsonNode first() {
            return body.path("result").path(0);
        }

        String description() {
            return body.path("status").path("description").asText();
        }
    }

    final SettableClock clock = new SettableClock();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox = Sandbox.start("127.0.0.1", 0, List.of(new BadgrStandIn(clock)));

    BadgrServer() {
        sandbox.load("badgr", json(SEED));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Got token(String... form) {
        return form("/o/token", form);
    }

    Got form(String path, String... form) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(form[i]).append('=').append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    Got logIn(String user, String password, String scopes) {
        return token("grant_type", "password", "username", user, "password", password, "client_id", "public", "scope", scopes);
    }

    /** An access token with all scopes. */
    String access(String user) {
        return logIn(user, PASSWORD, SCOPES).body().path("access_token").asText();
    }

    Got refresh(String refreshToken) {
        return token("grant_type", "refresh_token", "client_id", "public", "refresh_token", refreshToken);
    }

    Got get(String token, String path) {
        return call("GET", token, path, "");
    }

    Got post(String token, String path, String body) {
        return call("POST", token, path, body);
    }

    /** With {@code Accept: application/json}; no token and no body when empty. */
    Got call(String method, String token, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Accept", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request);
    }

    Got control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/badgr" + path)).method(method, BodyPublishers.ofString(body)));
    }

    Got send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
            return new Got(answer.statusCode(), type, parsed(answer.body()), answer);
        } catch (IOException cut) {
            throw new UncheckedIOException(cut);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    URI address(String path) {
        return URI.create(sandbox.base("badgr") + path);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** Body of a request to issue to one person. */
    static String to(String identity) {
        return "{\"recipient\": {\"identity\": \"" + identity + "\"}}";
    }

    static String onceTo(String identity) {
        return "{\"recipient\": {\"identity\": \"" + identity + "\"}, \"allowDuplicateAwards\": false}";
    }

    String issue(String token, String identity) {
        return post(token, "/v2/badgeclasses/class-1/assertions", to(identity)).first().path("entityId").asText();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
