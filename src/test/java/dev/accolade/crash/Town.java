package dev.accolade.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.app.Accolade;
import dev.accolade.config.Settings;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.fas.FasStandIn;
import dev.accolade.sandbox.learninglocker.LearningLockerStandIn;
import dev.accolade.service.cloudspot.CloudspotLogin;
import dev.accolade.service.cloudspot.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** A sandbox with people who come, earn, leave and return, and the settings and rules of an Accolade that works for them. */
final class Town implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 1_000_000;
    /** They stay when all others leave. */
    private static final int STAY = 2;
    /** A little longer than from an award to the day on which it is to be renewed. */
    private static final Duration UNTIL_RENEWAL = Duration.ofHours(26);
    /** How long a badge with an end still lasts, once all is quiet: the rule's time for renewals, but for the last turn. */
    static final Duration LASTING = Duration.ofHours(23);

    /** A little longer than the badge of a guest. */
    static final Duration VISIT = Duration.ofHours(7);

    final MovableClock clock = new MovableClock();
    final Deserts deserts;
    final Sandbox sandbox;
    final Path settings;
    final Path ledger;
    /** Keys of clients that were there before and are nobody's in the town, such as the one that comes with a store. */
    final Set<String> strangersClients;
    private final Map<String, Tripwire> wires;
    private final HttpClient http = HttpClient.newHttpClient();

    Town(Path folder, int size) throws IOException {
        this.deserts = new Deserts(size);
        this.settings = folder.resolve("application.properties");
        this.ledger = folder.resolve("ledger.db");
        List<Tripwire> services = List.of(new Tripwire(new FasStandIn(clock)), new Tripwire(new CloudspotStandIn(clock)), new Tripwire(new BadgrStandIn(clock)),
                new Tripwire(new LearningLockerStandIn(clock)));
        this.wires = services.stream().collect(Collectors.toMap(Tripwire::name, wire -> wire));
        this.sandbox = Sandbox.start("127.0.0.1", 0, List.copyOf(services));
        Seeds seeds = new Seeds(deserts);
        services.forEach(service -> sandbox.load(service.name(), seeds.of(service.name())));
        Set<String> before = new HashSet<>(Findings.clientsByKey(this).keySet());
        deserts.oldWriters().forEach(user -> before.remove(Seeds.key(user)));
        this.strangersClients = Set.copyOf(before);
        Files.writeString(folder.resolve("rules.yaml"), RULES);
        configure(MANY);
    }

    private void configure(int awards) {
        try (Writer file = Files.newBufferedWriter(settings)) {
            configuration(settings.getParent(), awards).store(file, null);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Properties configuration(Path folder, int awards) {
        Properties all = new Properties();
        all.putAll(Map.of("accolade.ledger", ledger.toString(), "accolade.key-file", folder.resolve("key").toString(), "accolade.rules", folder.resolve("rules.yaml").toString(),
                "accolade.routes", Path.of("routes").toAbsolutePath().toString(), "guard.members", "1000000"));
        service(all, "source.fedora", "fas", "fas", Map.of("username", SandboxCredentials.FAS_USERNAME, "password", SandboxCredentials.FAS_PASSWORD));
        service(all, "source.academy", "cloudspot", "cloudspot", Map.of("application-id", SandboxCredentials.CLOUDSPOT_APPLICATION));
        Map<String, String> limits = Map.of("concurrency", "2", "awards-per-day", Integer.toString(awards), "removals-per-day", Integer.toString(MANY), "removal-share", "1", "removal-share-month", "1", "removals-per-scope", Integer.toString(MANY), "removal-share-scope", "1");
        service(all, "target.badges", "badgr", "badgr", limits);
        all.putAll(Map.of("target.badges.username", SandboxCredentials.BADGR_USERNAME, "target.badges.password", SandboxCredentials.BADGR_PASSWORD));
        service(all, "target.lrs", "learning-locker", "learning-locker", limits);
        all.putAll(Map.of("target.lrs.key", SandboxCredentials.LEARNING_LOCKER_KEY, "target.lrs.secret", SandboxCredentials.LEARNING_LOCKER_SECRET));
        return all;
    }

    private void service(Properties all, String prefix, String type, String standIn, Map<String, String> more) {
        all.put(prefix + ".type", type);
        all.put(prefix + ".url", SandboxServices.address(sandbox, standIn));
        more.forEach((name, value) -> all.put(prefix + "." + name, value));
    }

    Tripwire wire(String service) {
        return wires.get(service);
    }

    void sabotage(Sabotage how) {
        wires.values().forEach(wire -> wire.sabotage(how));
    }

    /** An Accolade in this process, on the clock of the town. */
    Accolade start() {
        return Accolade.start(Settings.read(settings.getParent(), settings, name -> null), Accolade.Mode.COMMAND, clock);
    }

    /** Logs all writers in and keeps their tokens. */
    void enrol(Accolade accolade) throws IOException {
        try (var template = accolade.context().createProducerTemplate()) {
            for (String user : deserts.writers()) {
                CloudspotLogin login = template.requestBody("cloudspot:authenticate?connection=academy",
                        new Credentials(user, SandboxCredentials.CLOUDSPOT_GENERATED_PASSWORD), CloudspotLogin.class);
                accolade.accounts().enrol("academy", user, login.token());
            }
        }
    }

    void happens(Phase phase) {
        switch (phase) {
            case ADOPT -> { }
            case AWARD -> {
                deserts.makers().forEach(this::joinsMakers);
                deserts.newWriters().forEach(user -> mayWrite(user, Set.of("use_app", "write"), Set.of("statements/write")));
            }
            case UPDATE -> deserts.oldWriters().forEach(user -> mayWrite(user, Set.of("use_app", "write", "read"), Set.of("statements/write", "statements/read/mine")));
            case MOVE -> {
                configure(0);
                deserts.movers().forEach(this::moves);
            }
            case MOVED -> {
                configure(MANY);
                deserts.movers().forEach(name -> deserts.earns(Deserts.SETTLER, name));
            }
            case RENEW -> clock.forward(UNTIL_RENEWAL);
            case REVOKE -> {
                leaving(deserts.makers()).forEach(name -> leaves("makers", Deserts.MAKER, name));
                deserts.settlers().subList(0, deserts.fromStrangers().size() + 1).forEach(name -> leaves("settlers", Deserts.SETTLER, name));
                leaving(deserts.newWriters()).forEach(user -> mayWrite(user, Set.of(), Set.of()));
            }
            case AGAIN -> {
                leaving(deserts.makers()).forEach(this::joinsMakers);
                leaving(deserts.newWriters()).forEach(user -> mayWrite(user, Set.of("use_app", "write"), Set.of("statements/write")));
            }
            case END -> deserts.settlers().forEach(this::visits);
        }
    }

    private static List<String> leaving(List<String> all) {
        return all.subList(STAY, all.size());
    }

    private void joinsMakers(String name) {
        control("PUT", "fas/groups/makers/members/" + name, "{\"role\":\"user\"}");
        deserts.earns(Deserts.MAKER, name);
    }

    private void moves(String name) {
        deserts.loses(Deserts.SETTLER, name);
        deserts.moves(name);
        control("PUT", "fas/people/" + name + "/email", JSON.createObjectNode().put("email", deserts.written(name)).toString());
    }

    /** The badge of a guest has come to its end before anybody asks who has one. */
    private void visits(String name) {
        control("PUT", "fas/groups/guests/members/" + name, "{\"role\":\"user\"}");
        deserts.earns(Deserts.GUEST, name);
        deserts.loses(Deserts.GUEST, name);
    }

    private void leaves(String group, String badge, String name) {
        control("DELETE", "fas/groups/" + group + "/members/" + name, "");
        deserts.loses(badge, name);
    }

    private void mayWrite(String user, Set<String> permissions, Set<String> scopes) {
        control("PUT", "cloudspot/permissions", JSON.createObjectNode().put("username", user).put("company_id", Seeds.COMPANY)
                .put("application", SandboxCredentials.CLOUDSPOT_APPLICATION).set("permissions", JSON.valueToTree(permissions)).toString());
        deserts.writes(user, scopes);
    }

    private void control(String method, String path, String json) {
        request(method, "/sandbox/" + path, json, "Content-Type", "application/json");
    }

    /** The answer as JSON, or a missing node where it has no body. */
    JsonNode request(String method, String path, String body, String... headers) {
        try {
            HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(sandbox.address() + path)).headers(headers)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + " of the sandbox: " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException broken) {
            throw new IllegalStateException(method + " " + path + " of the sandbox cannot be read", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking the sandbox", stopped);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }

    private static final String RULES = """
            version: 1
            rules:
              - id: settler
                when: {source: fedora, group: settlers}
                award: {target: badges, issuer: Town, badge: Settler}
                on-leave: {do: revoke, after: PT15M}
                on-identity-change: reissue
              - id: guest
                when: {source: fedora, group: guests}
                award: {target: badges, issuer: Town, badge: Guest, expires: PT6H}
              - id: maker
                when: {source: fedora, group: makers}
                award: {target: badges, issuer: Town, badge: Maker, narrative: "Makes things in ${scope.name}", expires: P2D, renew: P1D}
                on-leave: {do: revoke, after: PT15M}
              - id: writer
                when: {source: academy, permission: write}
                authorize:
                  target: lrs
                  store: Academy
                  authority: {account: {homePage: "https://town.example.org", name: "${member.username}"}}
                  scopes: [statements/write]
                on-leave: {do: disable}
              - id: reader
                when: {source: academy, permission: read}
                authorize:
                  target: lrs
                  store: Academy
                  authority: {account: {homePage: "https://town.example.org", name: "${member.username}"}}
                  scopes: [statements/read/mine]
                on-leave: {do: disable}
            """;
}
