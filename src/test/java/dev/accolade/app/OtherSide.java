package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Somebody else with an account of their own on the issuers of the sandbox's Badgr, and with rights on its Learning Locker; over plain HTTP. */
final class OtherSide {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String EMAIL = "moderator@example.org";
    private static final String PASSWORD = "moderator-password";

    private final String badgr;
    private final String locker;
    private final String token;
    private final String own;

    /** Puts the account on the staff of all issuers; whatever Badgr had is gone. */
    OtherSide(World world) {
        ObjectNode seed = ((ObjectNode) Community.sample().seed("badgr")).deepCopy();
        ((com.fasterxml.jackson.databind.node.ArrayNode) seed.path("users")).addObject().put("email", EMAIL).put("verified", true).put("firstName", "Mo").put("lastName", "Derator")
                .put("password", PASSWORD);
        seed.path("issuers").forEach(issuer -> ((com.fasterxml.jackson.databind.node.ArrayNode) issuer.path("staff")).addObject().put("user", EMAIL).put("role", "editor"));
        world.sandbox.load("badgr", seed);
        badgr = SandboxServices.address(world.sandbox, "badgr");
        locker = SandboxServices.address(world.sandbox, "learning-locker");
        token = login(EMAIL, PASSWORD);
        own = login(SandboxCredentials.BADGR_USERNAME, SandboxCredentials.BADGR_PASSWORD);
    }

    private String login(String user, String password) {
        String form = "grant_type=password&client_id=public&scope=rw:issuer&username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + password;
        return json(send("POST", badgr + "/o/token", form, "Content-Type", "application/x-www-form-urlencoded")).path("access_token").asText();
    }

    String badgeClass(String name) {
        for (JsonNode one : ask("GET", "/v2/badgeclasses", "").path("result")) {
            if (one.path("name").asText().equals(name)) {
                return one.path("entityId").asText();
            }
        }
        throw new IllegalStateException("no badge class " + name);
    }

    /** Raw JSON of each assertion of a badge class, revoked and expired ones too, by id. */
    Map<String, JsonNode> assertions(String badgeClass) {
        Map<String, JsonNode> all = new TreeMap<>();
        ask("GET", "/v2/badgeclasses/" + badgeClass + "/assertions?include_revoked=1&include_expired=1", "").path("result").forEach(one -> all.put(one.path("entityId").asText(), one));
        return all;
    }

    /** Id of a live assertion to this address. */
    String live(String badgeClass, String email) {
        return assertions(badgeClass).values().stream().filter(one -> one.path("recipient").path("plaintextIdentity").asText().equals(email) && !one.path("revoked").asBoolean())
                .map(one -> one.path("entityId").asText()).findFirst().orElseThrow();
    }

    List<String> liveOf(String badgeClass, String email) {
        return assertions(badgeClass).values().stream().filter(one -> one.path("recipient").path("plaintextIdentity").asText().equals(email) && !one.path("revoked").asBoolean())
                .map(one -> one.path("entityId").asText()).toList();
    }

    String award(String badgeClass, String email) {
        return award(token, badgeClass, email);
    }

    /** By the account that Accolade uses, as another copy of it would. */
    String awardAsAccolade(String badgeClass, String email) {
        return award(own, badgeClass, email);
    }

    private String award(String as, String badgeClass, String email) {
        String body = "{\"recipient\":{\"identity\":\"" + email + "\",\"type\":\"email\"},\"narrative\":\"by hand\"}";
        return json(send("POST", badgr + "/v2/badgeclasses/" + badgeClass + "/assertions", body, headers(as))).path("result").path(0).path("entityId").asText();
    }

    void revoke(String assertion, String reason) {
        ask("DELETE", "/v2/assertions/" + assertion, "{\"revocation_reason\":\"" + reason + "\"}");
    }

    void change(String assertion, String json) {
        ask("PUT", "/v2/assertions/" + assertion, json);
    }

    /** All clients of ours on the Learning Locker. */
    List<JsonNode> clients() {
        List<JsonNode> ours = new ArrayList<>();
        json(send("GET", locker + "/v2/client", "", locker())).forEach(client -> {
            if (client.path("api").path("basic_key").asText().startsWith("accolade-")) {
                ours.add(client);
            }
        });
        return ours;
    }

    JsonNode allClients() {
        return json(send("GET", locker + "/v2/client", "", locker()));
    }

    JsonNode client(String id) {
        return json(send("GET", locker + "/v2/client/" + id, "", locker()));
    }

    void changeClient(String id, String json) {
        assertThat(send("PATCH", locker + "/v2/client/" + id, json, locker()).statusCode()).isBetween(200, 299);
    }

    void deleteClient(String id) {
        assertThat(send("DELETE", locker + "/v2/client/" + id, "", locker()).statusCode()).isBetween(200, 299);
    }

    String makeClient(String json) {
        return json(send("POST", locker + "/v2/client", json, locker())).path("_id").asText();
    }

    private String[] locker() {
        return new String[] {"Content-Type", "application/json", "Authorization", "Basic " + Base64.getEncoder().encodeToString(
                (SandboxCredentials.LEARNING_LOCKER_KEY + ":" + SandboxCredentials.LEARNING_LOCKER_SECRET).getBytes(StandardCharsets.UTF_8))};
    }

    private JsonNode ask(String method, String path, String body) {
        HttpResponse<String> answer = send(method, badgr + path, body, headers(token));
        assertThat(answer.statusCode()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 299);
        return json(answer);
    }

    private static String[] headers(String token) {
        return new String[] {"Content-Type", "application/json", "Accept", "application/json", "Authorization", "Bearer " + token};
    }

    private static HttpResponse<String> send(String method, String address, String body, String... headers) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).headers(headers).method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException notJson) {
            throw new AssertionError("no JSON: HTTP " + answer.statusCode(), notJson);
        }
    }
}
