package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.config.Settings;
import dev.accolade.event.Signature;
import dev.accolade.ledger.Plans.Summary;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.sandbox.cave.CaveStandIn;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.fas.FasStandIn;
import dev.accolade.sandbox.learninglocker.LearningLockerStandIn;
import dev.accolade.sandbox.community.Community;
import dev.accolade.service.cloudspot.CloudspotLogin;
import dev.accolade.service.cloudspot.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sandbox with the sample community, and the settings of an Accolade that works on it. */
final class World implements AutoCloseable {

    final Sandbox sandbox;
    final Map<String, String> settings = new LinkedHashMap<>();
    private final Path folder;

    World(Path folder) {
        this(folder, SandboxServices.start("127.0.0.1", 0, Community.sample()));
    }

    /** With a Badgr that has this clock. */
    World(Path folder, Clock badgr) {
        this(folder, Sandbox.start("127.0.0.1", 0, List.of(new FasStandIn(), new CaveStandIn(), new CloudspotStandIn(), new BadgrStandIn(badgr), new LearningLockerStandIn())));
        sandbox.services().forEach(service -> sandbox.load(service, Community.sample().seed(service)));
    }

    private World(Path folder, Sandbox sandbox) {
        this.folder = folder;
        folder.toFile().mkdirs();
        this.sandbox = sandbox;
        settings.put("accolade.ledger", folder.resolve("ledger.db").toString());
        settings.put("accolade.key-file", folder.resolve("key").toString());
        settings.put("accolade.rules", folder.resolve("rules.yaml").toString());
        settings.put("accolade.routes", Path.of("routes").toAbsolutePath().toString());
        settings.put("accolade.http.port", "0");
        service("source.fedora", "fas", "fas", Map.of("username", SandboxCredentials.FAS_USERNAME, "password", SandboxCredentials.FAS_PASSWORD));
        service("source.reef", "cave", "cave", Map.of("token", SandboxCredentials.CAVE_TOKEN));
        service("source.academy", "cloudspot", "cloudspot", Map.of("application-id", SandboxCredentials.CLOUDSPOT_APPLICATION));
        service("target.badges", "badgr", "badgr", Map.of("username", SandboxCredentials.BADGR_USERNAME, "password", SandboxCredentials.BADGR_PASSWORD));
        service("target.lrs", "learning-locker", "learning-locker",
                Map.of("key", SandboxCredentials.LEARNING_LOCKER_KEY, "secret", SandboxCredentials.LEARNING_LOCKER_SECRET));
        try {
            rules(Files.readString(Path.of("config/rules.yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void service(String prefix, String type, String standIn, Map<String, String> more) {
        settings.put(prefix + ".type", type);
        settings.put(prefix + ".url", SandboxServices.address(sandbox, standIn));
        more.forEach((name, value) -> settings.put(prefix + "." + name, value));
    }

    void rules(String yaml) {
        try {
            Files.writeString(folder.resolve("rules.yaml"), yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** FAS and Badgr with this community in them, and a rule for each of its groups: a badge for whoever is in it. */
    void badgesFor(Community community) {
        List.of("fas", "badgr").forEach(service -> sandbox.load(service, community.seed(service)));
        StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
        for (JsonNode group : community.seed("fas").path("groups")) {
            String name = group.path("name").asText();
            if (!name.equals("accounts")) {
                rules.append("  - {id: ").append(name).append(", when: {source: fedora, group: ").append(name)
                        .append("}, award: {target: badges, issuer: Fedora Project, badge: Member of ").append(name).append("}}\n");
            }
        }
        rules(rules.toString());
    }

    Accolade start(Clock clock) {
        return Accolade.start(read(), Accolade.Mode.COMMAND, clock);
    }

    /** What an operator of a service does by hand. */
    void control(String method, String path, String json) {
        assertThat(http(method, sandbox.address() + "/sandbox/" + path, json).statusCode()).as("%s %s", method, path).isBetween(200, 299);
    }

    /** Live assertions on the sandbox's Badgr, asked from outside. */
    int liveBadges() {
        return json(sandbox.address() + "/sandbox/badgr/summary").path("assertions").asInt();
    }

    /** Persons who have one badge more than once. */
    int duplicateBadges() {
        return json(sandbox.address() + "/sandbox/badgr/summary").path("duplicates").asInt();
    }

    int revokedBadges() {
        return json(sandbox.address() + "/sandbox/badgr/summary").path("revoked").asInt();
    }

    /** Enabled clients of ours on the sandbox's Learning Locker, asked from outside. */
    int enabledClients() {
        return json(sandbox.address() + "/sandbox/learning-locker/summary").path("accolade").asInt();
    }

    int duplicateClients() {
        return json(sandbox.address() + "/sandbox/learning-locker/summary").path("duplicates").asInt();
    }

    /** Logs the sample's Cloudspot accounts in and keeps their tokens. */
    void enrol(Accolade accolade) {
        for (JsonNode user : Community.sample().seed("cloudspot").path("users")) {
            CloudspotLogin login = accolade.context().createProducerTemplate().requestBody("cloudspot:authenticate?connection=academy",
                    new Credentials(user.path("username").asText(), user.path("password").asText()), CloudspotLogin.class);
            accolade.accounts().enrol("academy", user.path("username").asText(), login.token());
        }
    }

    /** Reads, plans and pushes once. */
    static Summary sync(Accolade accolade) {
        accolade.pullAll();
        Summary plan = accolade.reconcile();
        accolade.push();
        return plan;
    }

    JsonNode json(String address) {
        try {
            return new ObjectMapper().readTree(http("GET", address, "").body());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    /** As a source sends it that knows the secret. */
    static HttpResponse<String> event(String address, String secret, String body, Instant at) {
        String time = Long.toString(at.getEpochSecond());
        return http("POST", address, body, Signature.TIME_HEADER, time, Signature.HEADER, Signature.sign(secret, time, body.getBytes(StandardCharsets.UTF_8)));
    }

    static HttpResponse<String> http(String method, String address, String json, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json));
            return HttpClient.newHttpClient().send(headers.length == 0 ? request.build() : request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    Settings read() {
        return Settings.of(folder, "test", settings, name -> null);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
