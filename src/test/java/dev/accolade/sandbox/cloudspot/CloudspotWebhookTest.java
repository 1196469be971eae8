package dev.accolade.sandbox.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.accolade.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudspotWebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"applications": [{"id": "badges"}],
             "companies": [{"id": "c-1", "name": "Harbour BV"}, {"id": "c-2", "name": "Quay NV"}],
             "users": [{"username": "an@example.org", "password": "an-secret",
                        "grants": [{"application": "badges", "company_id": "c-1", "permissions": ["use_app"]}]}]}
            """;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private HttpServer application;

    @BeforeEach
    void start() throws Exception {
        application = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        application.createContext("/auth/webhook", exchange -> {
            received.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(received.size() == 1 ? 200 : 404, -1);
            exchange.close();
        });
        application.start();
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(new CloudspotStandIn()));
        sandbox.load("cloudspot", JSON.readTree(SEED));
        control("POST", "webhook", "{\"application\": \"badges\", \"url\": \"http://127.0.0.1:" + application.getAddress().getPort()
                + "/auth/webhook\"}");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        application.stop(0);
    }

    private HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/cloudspot/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode received(int index) {
        await().until(() -> received.size() > index);
        return received.get(index);
    }

    private JsonNode deliveries() throws IOException, InterruptedException {
        return JSON.readTree(control("GET", "deliveries", "").body()).path("deliveries");
    }

    @Test
    void sendsTheCompleteRightsOfTheCompanyAndAllCompanies() throws Exception {
        control("PUT", "permissions", "{\"username\": \"an@example.org\", \"company_id\": \"c-2\", \"permissions\": [\"use_app\", \"list_projects\"]}");

        assertThat(received(0).toString()).isEqualTo("{\"event\":\"permissions.updated\",\"data\":{\"username\":\"an@example.org\",\"company_id\":\"c-2\","
                + "\"permissions\":[\"use_app\",\"list_projects\"],\"available_companies\":["
                + "{\"company_id\":\"c-1\",\"company_name\":\"Harbour BV\"},{\"company_id\":\"c-2\",\"company_name\":\"Quay NV\"}]}}");
    }

    @Test
    void aCompanyThatLostTheEntryTicketIsNoLongerAvailable() throws Exception {
        control("PUT", "permissions", "{\"username\": \"AN@example.org\", \"company_id\": \"c-1\", \"permissions\": [\"list_projects\"]}");

        assertThat(received(0).path("data").path("permissions").toString()).isEqualTo("[\"list_projects\"]");
        assertThat(received(0).path("data").path("available_companies")).isEmpty();
    }

    @Test
    void aNewUserComesWithATokenThatWorks() throws Exception {
        control("POST", "users", "{\"username\": \"bo@example.org\", \"first_name\": \"Bo\", \"last_name\": \"Maes\"}");

        JsonNode data = received(0).path("data");
        HttpResponse<String> profile = client.send(HttpRequest.newBuilder(URI.create(sandbox.base("cloudspot") + "/auth/users/profile/"))
                .header("X-LICENSE-MODULE", "badges").header("X-LICENSE-TOKEN", data.path("license_token").asText()).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(JSON.readTree(profile.body()).path("email").asText()).isEqualTo("bo@example.org");
        assertThat(data.path("user_email").asText()).isEqualTo("bo@example.org");
    }

    @Test
    void speaksLikeOlderAndLaterVersionsWhenTold() throws Exception {
        assertThat(control("POST", "settings", "{\"account\": \"token\", \"copies\": 2, \"extraKeys\": true}").statusCode()).isEqualTo(204);
        control("PUT", "permissions", "{\"username\": \"an@example.org\", \"company_id\": \"c-1\", \"permissions\": [\"use_app\"]}");

        JsonNode data = received(1).path("data");
        assertThat(data).isEqualTo(received(0).path("data"));
        assertThat(data.has("username")).isFalse();
        assertThat(data.has("token")).isTrue();
        assertThat(data.has("later_version")).isTrue();
        assertThat(control("POST", "settings", "{\"account\": \"face\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void sendsInTheOrderOfTheChangesAndRemembersWhatCameOfIt() throws Exception {
        control("PUT", "email", "{\"username\": \"an@example.org\", \"email\": \"an.peeters@example.org\"}");
        control("PUT", "pin", "{\"username\": \"an.peeters@example.org\", \"pin\": \"\"}");

        assertThat(received(1).path("event").asText()).isEqualTo("user.pin.updated");
        assertThat(received(1).path("data").path("user_username").asText()).isEqualTo("an.peeters@example.org");
        assertThat(received(1).path("data").path("pin").asText("none")).isEmpty();
        assertThat(received(0).path("data").path("change_to_email").asText()).isEqualTo("an.peeters@example.org");
        await().until(() -> deliveries().path(1).path("status").asInt() == 404);
        assertThat(deliveries().findValuesAsText("status")).containsExactly("200", "404");
    }

    @Test
    void aReceiverThatIsNotThereIsOnRecord() throws Exception {
        application.stop(0);
        control("PUT", "pin", "{\"username\": \"an@example.org\", \"pin\": \"12\"}");

        await().until(() -> deliveries().path(0).path("state").asText().equals("failed"));
        assertThat(deliveries().path(0).path("problem").asText()).isEqualTo("ConnectException");
    }

    @Test
    void sendsNothingWithoutAWebhook() throws Exception {
        control("POST", "webhook", "{\"application\": \"badges\", \"url\": null}");
        control("PUT", "pin", "{\"username\": \"an@example.org\", \"pin\": \"12\"}");

        assertThat(deliveries()).isEmpty();
    }

    @Test
    void refusesAnUnknownUserOrCompany() throws Exception {
        assertThat(control("PUT", "permissions", "{\"username\": \"zoe@example.org\", \"company_id\": \"c-1\", \"permissions\": []}")
                .statusCode()).isEqualTo(400);
        assertThat(control("PUT", "permissions", "{\"username\": \"an@example.org\", \"company_id\": \"c-9\", \"permissions\": []}").body())
                .contains("c-9");
    }
}
