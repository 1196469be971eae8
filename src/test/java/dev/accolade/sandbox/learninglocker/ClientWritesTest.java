package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientWritesTest {

    private static final String CLIENTS = "/learning-locker/api/v2/client";

    private final Locker locker = new Locker();

    @AfterEach
    void close() {
        locker.close();
    }

    @Test
    void ignoresAnAuthorityObjectOnPatchButTakesTheOtherFields() {
        String id = locker.made("{\"title\":\"before\",\"authority\":" + Locker.quoted(Locker.CREW) + "}").path("_id").asText();

        Locker.Said said = locker.send("PATCH", CLIENTS + "/" + id, "{\"title\":\"after\",\"authority\":{\"mbox\":\"mailto:a@example.org\"}}");

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body().path("title").asText()).isEqualTo("after");
        assertThat(said.body().path("authority")).isEqualTo(Locker.json(Locker.CREW));
    }

    @Test
    void refusesAnAuthorityObjectOnPost() {
        Locker.Said said = locker.send("POST", CLIENTS, "{\"authority\":" + Locker.CREW + "}");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("errors").path("authority").path("name").asText()).isEqualTo("CastError");
    }

    @Test
    void givesTheAuthorityBackAsAnObjectAndTheIdTwice() {
        JsonNode made = locker.made("{\"authority\":" + Locker.quoted(Locker.CREW) + "}");

        assertThat(made.path("authority").isObject()).isTrue();
        assertThat(made.path("id")).isEqualTo(made.path("_id"));
    }

    @Test
    void tellsTheLoserOfTwoChangesOfScopesThatItsVersionIsGone() throws InterruptedException, ExecutionException {
        String id = locker.made("{\"title\":\"contended\"}").path("_id").asText();
        locker.send("POST", "/sandbox/learning-locker/settings", "{\"roundTripMillis\":300}");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Locker.Said>> all = new ArrayList<>();
        for (String scope : List.of("state", "profile", "xapi/read", "xapi/all")) {
            all.add(threads.submit(() -> locker.send("PATCH", CLIENTS + "/" + id, "{\"scopes\":[\"" + scope + "\"]}")));
        }
        List<Locker.Said> lost = new ArrayList<>();
        for (Future<Locker.Said> one : all) {
            if (one.get().status() == 400) {
                lost.add(one.get());
            }
        }
        threads.shutdown();

        assertThat(lost).isNotEmpty().allSatisfy(said -> {
            assertThat(said.body().path("name").asText()).isEqualTo("VersionError");
            assertThat(said.body().path("modifiedPaths").get(0).asText()).isEqualTo("scopes");
        });
        assertThat(locker.get(CLIENTS + "/" + id).body().path("__v").asInt()).isEqualTo(4 - lost.size());
    }

    @Test
    void movesNothingWhenAPatchChangesNothing() {
        JsonNode made = locker.made("{\"title\":\"same\",\"scopes\":[\"state\"]}");

        JsonNode patched = locker.send("PATCH", CLIENTS + "/" + made.path("_id").asText(), "{\"title\":\"same\",\"scopes\":[\"state\"]}").body();

        assertThat(patched).isEqualTo(made);
    }

    @Test
    void makesClientsOfAnArrayThatTheirMakerCannotSee() {
        JsonNode made = locker.send("POST", CLIENTS, "[{\"title\":\"lost\"}]").body();

        assertThat(made.get(0).has("organisation")).isFalse();
        assertThat(locker.get(CLIENTS + "/" + made.get(0).path("_id").asText()).status()).isEqualTo(404);
    }

    @Test
    void drawsANewPairWhenTheApiIsSetToNull() {
        JsonNode made = locker.made("{\"api\":{\"basic_key\":\"chosen\",\"basic_secret\":\"first\"}}");

        JsonNode rotated = locker.send("PATCH", CLIENTS + "/" + made.path("_id").asText(), "{\"api\":null}").body();

        assertThat(rotated.path("api").path("basic_key").asText()).matches("[0-9a-f]{40}");
        assertThat(locker.call("GET", "/learning-locker/api/auth/client/info", "", "chosen", "first").status()).isEqualTo(401);
    }

    @Test
    void letsTwoClientsHoldOneKeyAndOnlyTheOlderIn() {
        locker.made("{\"title\":\"first\",\"api\":{\"basic_key\":\"twin\",\"basic_secret\":\"one\"}}");
        locker.made("{\"title\":\"second\",\"api\":{\"basic_key\":\"twin\",\"basic_secret\":\"two\"}}");

        assertThat(locker.call("GET", "/learning-locker/api/auth/client/info", "", "twin", "one").status()).isEqualTo(200);
        assertThat(locker.call("GET", "/learning-locker/api/auth/client/info", "", "twin", "two").status()).isEqualTo(401);
        assertThat(locker.get("/sandbox/learning-locker/summary").body().path("duplicates").asInt()).isEqualTo(1);
    }

    @Test
    void bringsAClientWithEachNewStoreAndLeavesItWhenTheStoreGoes() {
        String store = locker.send("POST", "/learning-locker/api/v2/lrs", "{\"title\":\"Night\"}").body().path("_id").asText();
        locker.send("DELETE", "/learning-locker/api/v2/lrs/" + store, "");

        JsonNode found = locker.get(CLIENTS + "?query=" + Locker.encoded("{\"lrs_id\":\"" + store + "\"}")).body();

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("title").asText()).isEqualTo("Night client");
    }
}
