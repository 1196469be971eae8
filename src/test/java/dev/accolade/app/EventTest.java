package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.view.Status;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTest {

    private static final String SECRET = "a-secret-of-the-test";
    private static final String WEBHOOK = "an-unguessable-path-1";

    @TempDir
    Path folder;
    World world;
    Accolade accolade;
    String address;

    @BeforeEach
    void serve() throws IOException {
        world = new World(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            world.settings.put("accolade.http.port", Integer.toString(free.getLocalPort()));
        }
        address = "http://127.0.0.1:" + world.settings.get("accolade.http.port");
        world.settings.put("accolade.poll", "PT0.5S");
        world.settings.put("source.fedora.event-secret", SECRET);
        world.settings.put("source.reef.event-secret", SECRET);
        world.settings.put("source.academy.webhook-path", WEBHOOK);
        accolade = Accolade.start(world.read(), Accolade.Mode.SERVE, Clock.systemUTC());
        world.enrol(accolade);
        World.sync(accolade);
        await().atMost(Duration.ofSeconds(60)).until(() -> accolade.claims().idle("badges") && accolade.claims().idle("lrs"));
    }

    @AfterEach
    void stop() {
        accolade.close();
        world.close();
    }

    @Test
    void aSignedEventBringsTheBadgeAndRepeatsAreHarmless() {
        int badges = world.liveBadges();
        world.control("PUT", "fas/groups/docs/members/" + nobodyIn("docs"), "{\"role\":\"user\"}");
        for (int i = 0; i < 5; i++) {
            assertThat(send("fedora", "{\"member\":\"" + nobodyIn("docs") + "\",\"scope\":\"docs\"}").statusCode()).isEqualTo(202);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> world.liveBadges() == badges + 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> accolade.ledger().hints().waiting("fedora", 10).isEmpty());
        assertThat(world.duplicateBadges()).isZero();
    }

    @Test
    void anEventThatNamesAGroupLooksAtTheWholeGroup() {
        int badges = world.liveBadges();
        world.control("PUT", "fas/groups/docs/members/" + nobodyIn("docs"), "{\"role\":\"user\"}");
        assertThat(send("fedora", "{\"scope\":\"docs\"}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> world.liveBadges() == badges + 1);
    }

    @Test
    void anEventOfCaveIsFollowedByTheNameOfAGroupThatNobodyKnowsYetAndEndsWhereThereIsNone() {
        int badges = world.liveBadges();
        world.control("POST", "cave/groups", "{\"name\":\"spotters\"}");
        world.control("PUT", "cave/groups/2/members/2", "{\"admin\":false}");
        for (String name : new String[] {"spotters", "no such group", "<script>"}) {
            assertThat(send("reef", "{\"scope\":\"" + name + "\"}").statusCode()).isEqualTo(202);
        }
        assertThat(send("reef", "{\"scope\":\"divers\"}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> world.liveBadges() == badges + 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> accolade.ledger().hints().waiting("reef", 10).isEmpty());
        assertThat(new Status(accolade.ledger().database()).failures(10).hints()).isEmpty();
    }

    @Test
    void anEventOfCaveIsFollowedByIdAndByMail() {
        int badges = world.liveBadges();
        world.control("PUT", "cave/groups/2/members/2", "{\"admin\":false}");
        assertThat(send("reef", "{\"member\":2}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> world.liveBadges() == badges + 1);
        world.control("PUT", "cave/groups/2/members/5", "{\"admin\":false}");
        assertThat(send("reef", "{\"member\":\"leena.hamalainen@example.org\"}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20)).until(() -> world.liveBadges() == badges + 2);
    }

    @Test
    void aLostPermissionDisablesTheClientAtOnce() {
        int clients = world.enabledClients();
        world.control("POST", "cloudspot/webhook", "{\"application\":\"badges\",\"url\":\"" + address + "/events/academy/" + WEBHOOK + "\"}");
        world.control("PUT", "cloudspot/permissions", "{\"username\":\"an@harbour.example.org\",\"company_id\":\"3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11\",\"permissions\":[\"use_app\"]}");
        await().atMost(Duration.ofSeconds(20)).until(() -> world.enabledClients() == clients - 1);
        world.control("PUT", "cloudspot/permissions",
                "{\"username\":\"an@harbour.example.org\",\"company_id\":\"3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11\",\"permissions\":[\"use_app\",\"use_dashboard\"]}");
        await().atMost(Duration.ofSeconds(20)).until(() -> world.enabledClients() == clients);
        assertThat(world.duplicateClients()).as("the same client, enabled again").isZero();
    }

    @Test
    void aForgedEventOfCloudspotChangesNothing() {
        int clients = world.enabledClients();
        String forged = "{\"event\":\"permissions.updated\",\"data\":{\"username\":\"an@harbour.example.org\",\"company_id\":\"x\",\"permissions\":[],\"available_companies\":[]}}";
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, forged).statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> accolade.ledger().hints().waiting("academy", 10).isEmpty());
        assertThat(world.enabledClients()).isEqualTo(clients);
        assertThat(World.http("POST", address + "/events/academy/guessed-path-of-somebody", forged).statusCode()).isEqualTo(404);
    }

    @Test
    void whatCloudspotTellsAndNobodyHereNeedsIsNotedWithoutItsSecrets() {
        String pin = "{\"event\":\"user.pin.updated\",\"data\":{\"user_username\":\"an@harbour.example.org\",\"pin\":\"4711\"}}";
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, pin).body()).contains("RECEIVED");
        String old = "{\"event\":\"permissions.updated\",\"data\":{\"token\":\"somebodys-token\",\"company_id\":\"x\",\"permissions\":[]}}";
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, old).statusCode()).as("the form of old servers names nobody we know").isEqualTo(404);
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, "[1,2").statusCode()).isEqualTo(400);
        assertThat(stored("event")).contains("user.pin.updated").doesNotContain("4711", "somebodys-token");
    }

    @Test
    void anEmailThatChangesInCloudspotIsFollowedAndTheClientStays() {
        int clients = world.enabledClients();
        world.control("POST", "cloudspot/webhook", "{\"application\":\"badges\",\"url\":\"" + address + "/events/academy/" + WEBHOOK + "\"}");
        String id = accolade.accounts().idOf("academy", "an@harbour.example.org").orElseThrow();
        world.control("PUT", "cloudspot/email", "{\"username\":\"an@harbour.example.org\",\"email\":\"anna@harbour.example.org\"}");
        await().atMost(Duration.ofSeconds(20)).until(() -> accolade.accounts().idOf("academy", "anna@harbour.example.org").equals(java.util.Optional.of(id)));
        await().atMost(Duration.ofSeconds(20)).until(() -> accolade.ledger().hints().waiting("academy", 10).isEmpty());
        String nobody = "{\"event\":\"user.email.updated\",\"data\":{\"current_email\":\"an@harbour.example.org\",\"change_to_email\":\"x@example.org\"}}";
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, nobody).statusCode()).isEqualTo(404);
        assertThat(world.enabledClients()).isEqualTo(clients);
        assertThat(world.duplicateClients()).isZero();
    }

    @Test
    void somebodyNewInCloudspotIsEnrolledByTheirOwnTokenAlone() {
        int clients = world.enabledClients();
        world.control("POST", "cloudspot/webhook", "{\"application\":\"badges\",\"url\":\"" + address + "/events/academy/" + WEBHOOK + "\"}");
        String stolen = "{\"event\":\"user.created\",\"data\":{\"user_email\":\"mallory@example.org\",\"user_pin\":\"9\",\"user_pwd\":\"x\",\"license_token\":\"no-such-token\"}}";
        assertThat(World.http("POST", address + "/events/academy/" + WEBHOOK, stolen).body()).contains("OBJECT_CREATED");
        world.control("POST", "cloudspot/users", "{\"username\":\"new@example.org\",\"first_name\":\"Nieuw\",\"last_name\":\"Lid\",\"grants\":[{\"application\":\"badges\","
                + "\"company_id\":\"3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11\",\"permissions\":[\"use_app\",\"use_dashboard\"]}]}");
        await().atMost(Duration.ofSeconds(20)).until(() -> world.enabledClients() == clients + 1);
        assertThat(stored("event")).doesNotContain("no-such-token");
        assertThat(stored("account")).doesNotContain("no-such-token");
    }

    @Test
    void eventsThatAreNotSignedOldTooLargeOrNoJsonAreRefused() {
        String event = "{\"member\":\"omar\"}";
        assertThat(World.http("POST", address + "/events/fedora", event).statusCode()).isEqualTo(401);
        assertThat(send("fedora", event, Instant.now().minusSeconds(400)).statusCode()).isEqualTo(401);
        assertThat(send("fedora", "[1,2").statusCode()).isEqualTo(400);
        assertThat(send("fedora", "[]").statusCode()).isEqualTo(400);
        assertThat(send("fedora", "{}").statusCode()).isEqualTo(400);
        assertThat(send("fedora", "{\"member\":\"" + "x".repeat(70_000) + "\"}").statusCode()).isEqualTo(413);
        HttpResponse<String> echoed = World.http("POST", address + "/events/fedora?q=1", event, "X-Foo", "bar");
        assertThat(echoed.headers().map().keySet()).doesNotContain("x-foo", "q");
    }

    @Test
    void aHintWhoseReadFailsIsFollowedLater() {
        int badges = world.liveBadges();
        world.sandbox.faults().add(Fault.of("fas", Fault.Kind.STATUS).onPath("person_by").times(1));
        world.control("PUT", "fas/groups/docs/members/" + nobodyIn("docs"), "{\"role\":\"user\"}");
        send("fedora", "{\"member\":\"" + nobodyIn("docs") + "\"}");
        await().atMost(Duration.ofSeconds(30)).until(() -> world.liveBadges() == badges + 1);
    }

    private HttpResponse<String> send(String source, String body) {
        return send(source, body, Instant.now());
    }

    private HttpResponse<String> send(String source, String body, Instant at) {
        return World.event(address + "/events/" + source, SECRET, body, at);
    }

    private String stored(String table) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select * from " + table).mapToMap().list().toString());
    }

    /** Somebody with an e-mail who is not in the group. */
    private static String nobodyIn(String group) {
        JsonNode seed = Community.sample().seed("fas");
        StringBuilder members = new StringBuilder();
        seed.path("groups").forEach(one -> members.append(one.path("name").asText().equals(group) ? one.toString() : ""));
        for (JsonNode person : seed.path("people")) {
            String name = person.path("username").asText();
            if (person.hasNonNull("email") && !person.hasNonNull("status") && !name.equals("accolade") && members.indexOf("\"" + name + "\"") < 0) {
                return name;
            }
        }
        throw new IllegalStateException("everybody is in " + group);
    }
}
