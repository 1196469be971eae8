package dev.accolade.sandbox.learninglocker;

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
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** A Learning Locker on loopback with one store and one client that may do all, and a hand to call it with. */
final class Locker implements AutoCloseable {

    static final String ORG = "5fb900000000000000000001";
    static final String STORE = "5fb900000000000000000011";
    static final String PROVISIONER = "5fb900000000000000000101";
    static final String CREW = "{\"objectType\":\"Agent\",\"name\":\"Crew 7\","
            + "\"account\":{\"homePage\":\"https://id.example.org\",\"name\":\"crew-7\"}}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"organisations": [{"id": "5fb900000000000000000001", "name": "Own"}, {"id": "5fb900000000000000000002", "name": "Other"}],
             "stores": [{"id": "5fb900000000000000000011", "var": "lrs", "organisation": "5fb900000000000000000001", "title": "Main store"}],
             "clients": [
              {"id": "5fb900000000000000000101", "title": "Provisioner", "organisation": "5fb900000000000000000001", "lrs_id": "${lrs}",
               "scopes": ["all"], "api": {"basic_key": "key", "basic_secret": "secret"}},
              {"id": "5fb900000000000000000102", "title": "Foreign", "organisation": "5fb900000000000000000002", "scopes": ["all"],
               "api": {"basic_key": "foreign", "basic_secret": "secret"}}],
             "users": [
              {"id": "5fb900000000000000000201", "email": "Admin@example.org", "password": "hunter22", "scopes": ["site_admin"]},
              {"id": "5fb900000000000000000202", "email": "owner@example.org", "password": "hunter22",
               "organisations": [{"organisation": "5fb900000000000000000001", "scopes": ["org/all/client/manage"]},
                                 {"organisation": "5fb900000000000000000002", "scopes": []}]}]}
            """;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;

    Locker() {
        this(Clock.systemUTC());
    }

    Locker(Clock clock) {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(new LearningLockerStandIn(clock)));
        sandbox.load("learning-locker", json(SEED));
    }

    /** A reply with its body as text. */
    record Said(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String text() {
            return response.body();
        }

        JsonNode body() {
            return json(response.body());
        }

        boolean has(String header) {
            return response.headers().firstValue(header).isPresent();
        }
    }

    Said get(String path) {
        return call("GET", path, "", "key", "secret");
    }

    Said send(String method, String path, String body) {
        return call(method, path, body, "key", "secret");
    }

    Said call(String method, String path, String body, String key, String secret) {
        String credentials = Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = request(method, path, body);
        return said(key.isEmpty() ? request : request.header("Authorization", "Basic " + credentials));
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + path)).header("Content-Type", "application/json")
                .header("X-Experience-API-Version", "1.0.3").method(method, BodyPublishers.ofString(body));
    }

    Said said(HttpRequest.Builder request) {
        try {
            return new Said(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Makes a client. */
    JsonNode made(String body) {
        return send("POST", "/learning-locker/api/v2/client", body).body();
    }

    static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
