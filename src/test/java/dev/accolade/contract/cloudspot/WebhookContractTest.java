package dev.accolade.contract.cloudspot;

import static dev.accolade.contract.cloudspot.CloudspotServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the receiving package reads in events; only an operator makes Cloudspot send them, so the sandbox alone is asked. */
class WebhookContractTest {

    @RegisterExtension
    static final CloudspotServer CLOUDSPOT = new CloudspotServer();

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer application;

    @BeforeEach
    void listen() throws Exception {
        assumeTrue(CLOUDSPOT.sandbox().isPresent(), "nobody here can make a real Cloudspot send events");
        application = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        application.createContext("/auth/webhook", exchange -> {
            received.add(json(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        application.start();
        control("POST", "webhook", "{\"application\": \"badges\", \"url\": \"http://127.0.0.1:" + application.getAddress().getPort() + "/auth/webhook\"}");
    }

    @AfterEach
    void stop() {
        if (application != null) {
            application.stop(0);
        }
    }

    @Test
    @Tag("cloudspot-31")
    @Tag("cloudspot-32")
    void tellsAllPermissionsOfTheCompanyAndAllCompanies() throws Exception {
        control("PUT", "permissions", "{\"username\": \"an@example.org\", \"company_id\": \"" + CLOUDSPOT.harbour + "\", \"permissions\": [\"use_app\", \"x\"]}");

        assertThat(event().fieldNames()).toIterable().containsExactly("event", "data");
        assertThat(event().path("event").textValue()).isEqualTo("permissions.updated");
        JsonNode data = event().path("data");
        assertThat(data.path("username").textValue()).isEqualTo("an@example.org");
        assertThat(data.path("company_id").textValue()).isEqualTo(CLOUDSPOT.harbour);
        assertThat(data.path("permissions")).hasToString("[\"use_app\",\"x\"]");
        assertThat(data.path("available_companies")).hasSize(2).allSatisfy(one -> assertThat(one.has("company_name")).isTrue());
    }

    @Test
    @Tag("cloudspot-33")
    void tellsOfANewUserWithAllItsSecrets() throws Exception {
        control("POST", "users", "{\"username\": \"cy@example.org\", \"first_name\": \"Cy\", \"last_name\": \"Maes\"}");

        assertThat(event().path("event").textValue()).isEqualTo("user.created");
        assertThat(event().path("data").fieldNames()).toIterable().containsExactlyInAnyOrder("user_email", "user_first_name", "user_last_name", "user_pin",
                "user_pwd", "license_token");
    }

    @Test
    @Tag("cloudspot-34")
    void tellsOfANewAddressBesideTheOld() throws Exception {
        control("PUT", "email", "{\"username\": \"bo@example.org\", \"email\": \"bo.maes@example.org\"}");

        assertThat(event().path("event").textValue()).isEqualTo("user.email.updated");
        assertThat(event().path("data")).hasToString("{\"current_email\":\"bo@example.org\",\"change_to_email\":\"bo.maes@example.org\"}");
        control("PUT", "email", "{\"username\": \"bo.maes@example.org\", \"email\": \"bo@example.org\"}");
    }

    @Test
    @Tag("cloudspot-35")
    void tellsOfAPinThatWasTakenAwayByAnEmptyText() throws Exception {
        control("PUT", "pin", "{\"username\": \"an@example.org\", \"pin\": \"\"}");

        assertThat(event().path("event").textValue()).isEqualTo("user.pin.updated");
        assertThat(event().path("data")).hasToString("{\"user_username\":\"an@example.org\",\"pin\":\"\"}");
    }

    private JsonNode event() {
        await().until(() -> !received.isEmpty());
        return received.get(0);
    }

    private void control(String method, String path, String body) throws Exception {
        String address = CLOUDSPOT.sandbox().orElseThrow().address() + "/sandbox/cloudspot/" + path;
        HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(URI.create(address)).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode() / 100).isEqualTo(2);
    }
}
