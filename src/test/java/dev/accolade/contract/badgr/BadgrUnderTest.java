package dev.accolade.contract.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.contract.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Badgr with the users robot, staff, editor, outsider, earner, clumsy and unverified at example.org, an issuer whose owner, editor and staff three of
 * them are, and the applications {@code public} and {@code service}; a real one is made ready like that by its operator.
 */
final class BadgrUnderTest implements BeforeAllCallback, AfterAllCallback {

    static final String ALL = "rw:profile rw:issuer rw:backpack";
    static final String PICTURE = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"password": "correct-horse-1",
             "users": [{"email": "robot@example.org"}, {"email": "staff@example.org"}, {"email": "editor@example.org"},
                       {"email": "outsider@example.org"}, {"email": "earner@example.org"}, {"email": "clumsy@example.org"},
                       {"email": "service@example.org"}, {"email": "unverified@example.org", "verified": false}],
             "applications": [{"client_id": "public", "scopes": ["rw:profile", "rw:issuer", "rw:backpack"]},
                              {"client_id": "service", "type": "confidential", "secret": "s3cret", "grant": "client_credentials",
                               "scopes": ["rw:profile", "rw:issuer", "rw:issuer:*", "rw:backpack"], "user": "service@example.org"}],
             "issuers": [{"name": "Shared", "email": "robot@example.org", "createdBy": "robot@example.org",
                          "staff": [{"user": "robot@example.org", "role": "owner"}, {"user": "editor@example.org", "role": "editor"},
                                    {"user": "staff@example.org", "role": "staff"}]}]}
            """;

    private final Server server = Server.of("badgr");
    private final AtomicInteger caller = new AtomicInteger((int) (System.nanoTime() & 0xffffff));
    private final Map<String, String> tokens = new TreeMap<>();

    /** What came back; {@code json} is a missing node when it is none. */
    record Got(int status, String type, JsonNode json, HttpResponse<String> raw) {

        JsonNode result() {
            return json.path("result");
        }

        JsonNode first() {
            return result().path(0);
        }

        String id() {
            return first().path("entityId").asText();
        }

        String description() {
            return json.path("status").path("description").asText();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String body() {
            return raw.body();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server.beforeAll(context);
        if (server.sandbox().isPresent()) {
            server.sandbox().get().load("badgr", JSON.readTree(SEED));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.afterAll(context);
    }

    String base() {
        return server.base();
    }

    String password() {
        return server.property("password", "correct-horse-1");
    }

    String secret() {
        return server.property("secret", "s3cret");
    }

    /** {@code robot} becomes {@code robot@example.org}. */
    String email(String who) {
        return server.property("user." + who, who + "@example.org");
    }

    /** An access token with all scopes; one for all tests of a class. */
    synchronized String token(String who) {
        return tokens.computeIfAbsent(who, one -> logIn(one, ALL).json().path("access_token").asText());
    }

    Got logIn(String who, String scope) {
        return token("grant_type", "password", "username", email(who), "password", password(), "client_id", "public", "scope", scope);
    }

    Got token(String... form) {
        return form("/o/token", form);
    }

    /** From another address each time, so that no failure holds up the next test. */
    Got form(String path, String... form) {
        return send(asForm(path, form));
    }

    HttpRequest.Builder asForm(String path, String... form) {
        Map<String, String> pairs = new TreeMap<>();
        for (int i = 0; i < form.length; i += 2) {
            pairs.put(form[i], form[i + 1]);
        }
        String body = pairs.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return server.request(path).header("Content-Type", "application/x-www-form-urlencoded").header("X-Forwarded-For", address())
                .POST(BodyPublishers.ofString(body));
    }

    String address() {
        int number = caller.incrementAndGet();
        return "10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
    }

    Got get(String who, String path) {
        return call("GET", who, path, "");
    }

    Got post(String who, String path, String body) {
        return call("POST", who, path, body);
    }

    Got put(String who, String path, String body) {
        return call("PUT", who, path, body);
    }

    Got delete(String who, String path, String body) {
        return call("DELETE", who, path, body);
    }

    Got call(String method, String who, String path, String body) {
        return send(as(token(who), path).header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** With {@code Accept: application/json} and a bearer token. */
    HttpRequest.Builder as(String token, String path) {
        return server.request(path).header("Accept", "application/json").header("Authorization", "Bearer " + token).GET();
    }

    HttpRequest.Builder bare(String path) {
        return server.request(path);
    }

    Got send(HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request);
        return new Got(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse("").split(";")[0], parsed(answer.body()), answer);
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** EntityId of a new issuer of this user. */
    String issuer(String who) {
        return post(who, "/v2/issuers", "{\"name\": \"Made\", \"email\": \"" + email(who) + "\", \"url\": \"https://example.org\"}").id();
    }

    String badgeClass(String who, String issuer) {
        return badgeClass(who, issuer, "Badge " + UUID.randomUUID());
    }

    String badgeClass(String who, String issuer, String name) {
        return post(who, "/v2/badgeclasses", "{\"name\": \"" + name + "\", \"description\": \"d\", \"issuer\": \"" + issuer + "\", \"image\": \""
                + PICTURE + "\"}").id();
    }

    /** EntityId of a new badge class of robot's, in an issuer of its own. */
    String badgeClass() {
        return badgeClass("robot", issuer("robot"));
    }

    static String to(String identity) {
        return "{\"recipient\": {\"identity\": \"" + identity + "\"}}";
    }

    static String onceTo(String identity) {
        return "{\"recipient\": {\"identity\": \"" + identity + "\"}, \"allowDuplicateAwards\": false}";
    }

    Got award(String badgeClass, String body) {
        return post("robot", "/v2/badgeclasses/" + badgeClass + "/assertions", body);
    }

    Got revoke(String who, String assertion) {
        return post(who, "/v2/assertions/revoke", "[{\"entityId\": \"" + assertion + "\", \"revocationReason\": \"left\"}]");
    }
}
