package dev.accolade.sandbox.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudspotStandInTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEED = """
            {"applications": [{"id": "badges"}],
             "companies": [{"id": "c-1", "name": "Harbour BV"}, {"id": "c-2", "name": "Quay NV"}],
             "users": [{"username": "An@example.org", "first_name": "An", "last_name": "Peeters", "pin": "1234", "password": "an-secret",
                        "grants": [{"application": "badges", "company_id": "c-1", "permissions": ["use_app", "use_dashboard"]},
                                   {"application": "badges", "company_id": "c-2", "permissions": ["use_dashboard"]}]}]}
            """;
    private static final String GOOD = "{\"username\": \"an@example.org\", \"password\": \"an-secret\"}";

    private Sandbox sandbox;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(new CloudspotStandIn()));
        sandbox.load("cloudspot", JSON.readTree(SEED));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.base("cloudspot") + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode login(String application) throws IOException, InterruptedException {
        return JSON.readTree(send("POST", "/auth/authenticate/", GOOD, "X-LICENSE-MODULE", application).body());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send("GET", path, "", "X-LICENSE-MODULE", "badges", "X-LICENSE-TOKEN", token);
    }

    @Test
    void logsInWithoutRegardToCaseAndLeavesOutCompaniesWithoutTheEntryTicket() throws Exception {
        JsonNode answer = login("badges");

        assertThat(answer.path("permissions").toString())
                .isEqualTo("[{\"company_id\":\"c-1\",\"company_name\":\"Harbour BV\",\"permissions\":[\"use_app\",\"use_dashboard\"]}]");
        assertThat(answer.fieldNames()).toIterable().containsExactly("token", "permissions");
    }

    @Test
    void aNewLoginKillsTheTokenBefore() throws Exception {
        String first = login("badges").path("token").asText();
        String second = login("badges").path("token").asText();

        assertThat(get("/auth/users/profile/", first).statusCode()).isEqualTo(401);
        assertThat(get("/auth/users/profile/", second).body())
                .isEqualTo("{\"first_name\":\"An\",\"last_name\":\"Peeters\",\"email\":\"An@example.org\",\"pin\":\"1234\"}");
    }

    @Test
    void aWrongApplicationLogsInButHasNoPermissions() throws Exception {
        assertThat(login("other").path("token").asText()).isNotEmpty();
        assertThat(login("other").path("permissions")).isEmpty();
    }

    @Test
    void refusesWithFlatErrors() throws Exception {
        HttpResponse<String> wrong = send("POST", "/auth/authenticate/", GOOD.replace("an-secret", "x"), "X-LICENSE-MODULE", "badges");
        HttpResponse<String> nameless = send("POST", "/auth/authenticate/", GOOD);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(JSON.readTree(wrong.body()).fieldNames()).toIterable().containsExactly("message", "error_code");
        assertThat(nameless.statusCode()).isEqualTo(401);
    }

    @Test
    void aCompanyWithoutTheEntryTicketIsNotFound() throws Exception {
        String token = login("badges").path("token").asText();

        assertThat(get("/auth/get-company-permissions/c-1/", token).body()).isEqualTo("{\"permissions\":[\"use_app\",\"use_dashboard\"]}");
        assertThat(get("/auth/get-company-permissions/c-2/", token).statusCode()).isEqualTo(404);
        assertThat(get("/auth/get-company-permissions/a/b%20c/", token).statusCode()).isEqualTo(404);
    }

    @Test
    void insistsOnTheSlashAtTheEnd() throws Exception {
        HttpResponse<String> moved = get("/auth/get-permissions", "any");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("location")).contains(sandbox.base("cloudspot") + "/auth/get-permissions/");
        assertThat(send("POST", "/auth/authenticate", GOOD, "X-LICENSE-MODULE", "badges").statusCode()).isEqualTo(500);
    }

    @Test
    void aBodyThatIsNotJsonIsABadRequest() throws Exception {
        assertThat(send("POST", "/auth/authenticate/", "username=an", "X-LICENSE-MODULE", "badges").statusCode()).isEqualTo(400);
    }
}
