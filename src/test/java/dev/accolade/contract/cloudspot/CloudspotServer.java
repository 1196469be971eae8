package dev.accolade.contract.cloudspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import dev.accolade.sandbox.Sandbox;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Cloudspot that is asked. A real one needs two accounts of the application (properties application, an, an.password, bo, bo.password): one with
 * use_app for the company of the property harbour and for another one, and one without it for any. The url ends in /api/v1.
 */
final class CloudspotServer implements BeforeAllCallback, AfterAllCallback {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"applications": [{"id": "badges", "webhook": null}],
             "companies": [{"id": "3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11", "name": "Harbour BV"}, {"id": "8a4d2c70-1b9e-4a55-8f0d-7d1f5c3b2e22", "name": "Quay NV"},
                           {"id": "c0ffee00-0000-4000-8000-000000000003", "name": "Pier BV"}],
             "users": [{"username": "an@example.org", "first_name": "An", "last_name": "Peeters", "pin": "1234", "password": "an-word", "grants": [
                          {"application": "badges", "company_id": "3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11", "permissions": ["use_app", "use_dashboard"]},
                          {"application": "badges", "company_id": "8a4d2c70-1b9e-4a55-8f0d-7d1f5c3b2e22", "permissions": ["use_app"]},
                          {"application": "badges", "company_id": "c0ffee00-0000-4000-8000-000000000003", "permissions": ["use_dashboard"]}]},
                       {"username": "bo@example.org", "first_name": "Bo", "last_name": "Maes", "password": "bo-word", "grants": [
                          {"application": "badges", "company_id": "c0ffee00-0000-4000-8000-000000000003", "permissions": ["use_dashboard"]}]}],
             "impersonations": [{"token": "imp-1", "application": "badges", "username": "an@example.org",
                                 "company_id": "3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11"}]}
            """;

    final String application;
    final String an;
    final String anPassword;
    final String bo;
    final String boPassword;
    final String harbour;
    final String impersonation;
    private final Server server = Server.of("cloudspot");

    CloudspotServer() {
        application = server.property("application", "badges");
        an = server.property("an", "an@example.org");
        anPassword = server.property("an.password", "an-word");
        bo = server.property("bo", "bo@example.org");
        boPassword = server.property("bo.password", "bo-word");
        harbour = server.property("harbour", "3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11");
        impersonation = server.property("impersonation", "imp-1");
    }

    /** As the Python client asks: with a content type even where there is no content. */
    HttpResponse<String> get(String path, String token) {
        return server.send(request(path).header("X-LICENSE-TOKEN", token));
    }

    HttpResponse<String> post(String path, String json) {
        return server.send(request(path).POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> login(String username, String password) {
        return post("/auth/authenticate/", credentials(username, password));
    }

    static String credentials(String username, String password) {
        return "{\"username\": \"" + username + "\", \"password\": \"" + password + "\"}";
    }

    /** A token that is good now. */
    String tokenOfAn() {
        return json(login(an, anPassword)).path("token").textValue();
    }

    /** With the headers that each request of the Python client has. */
    HttpRequest.Builder request(String path) {
        return bare(path).header("X-LICENSE-MODULE", application);
    }

    /** The same without application. */
    HttpRequest.Builder bare(String path) {
        return server.request(path).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return server.send(request);
    }

    Optional<Sandbox> sandbox() {
        return server.sandbox();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON: " + text, noJson);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.beforeAll(context);
        sandbox().ifPresent(sandbox -> sandbox.load("cloudspot", json(SEED)));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.afterAll(context);
    }
}
