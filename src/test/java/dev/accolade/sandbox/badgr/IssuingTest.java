package dev.accolade.sandbox.badgr;

import static dev.accolade.sandbox.badgr.BadgrServer.onceTo;
import static dev.accolade.sandbox.badgr.BadgrServer.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.badgr.BadgrServer.Got;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuingTest {

    private static final String AWARDS = "/v2/badgeclasses/class-1/assertions";
    private static final String BATCH = "/v2/badgeclasses/class-1/issue";

    private final BadgrServer badgr = new BadgrServer();
    private String token;

    @BeforeEach
    void logIn() {
        token = badgr.access("robot@example.org");
    }

    @AfterEach
    void stop() {
        badgr.close();
    }

    @Test
    void aSecondIdenticalRequestMakesASecondAssertion() {
        badgr.issue(token, "alice@example.org");
        assertThat(badgr.post(token, AWARDS, to("alice@example.org")).status()).isEqualTo(201);
        assertThat(badgr.control("GET", "/summary", "").body())
                .isEqualTo(BadgrServer.json("{\"assertions\": 2, \"revoked\": 0, \"badgeClasses\": 1, \"issuers\": 1, \"duplicates\": 1}"));
    }

    @Test
    void duplicateIsRefusedOnRequestWithTheOneTextThatTellsIt() {
        badgr.issue(token, "alice@example.org");
        Got again = badgr.post(token, AWARDS, onceTo("alice@example.org"));
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body().path("fieldErrors")).isEmpty();
        assertThat(again.body().path("validationErrors").path(0).asText()).contains("previous award").contains("already exists");
    }

    @Test
    void duplicateCheckComparesBeforeLowerCasing() {
        badgr.issue(token, "alice@example.org");
        Got again = badgr.post(token, AWARDS, onceTo("Alice@example.org"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.first().path("recipient").path("plaintextIdentity").asText()).isEqualTo("alice@example.org");
    }

    @Test
    void issuingAgainWorksAfterRevocation() {
        String id = badgr.issue(token, "alice@example.org");
        badgr.post(token, "/v2/assertions/revoke", "[{\"entityId\": \"" + id + "\", \"revocationReason\": \"left\"}]");
        assertThat(badgr.post(token, AWARDS, onceTo("alice@example.org")).status()).isEqualTo(201);
    }

    @Test
    void oneBadItemRejectsTheWholeBatch() {
        Got refused = badgr.post(token, BATCH, "{\"assertions\": [" + to("alice@example.org") + "," + to("nonsense") + "]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("fieldErrors").path(0)).isEmpty();
        assertThat(refused.body().path("fieldErrors").path(1).has("recipient")).isTrue();
        assertThat(badgr.get(token, AWARDS).body().path("result")).isEmpty();
    }

    @Test
    void samePersonTwiceInOneBatchPassesTheDuplicateCheck() {
        Got issued = badgr.post(token, BATCH, "{\"assertions\": [" + onceTo("alice@example.org") + "," + onceTo("alice@example.org") + "]}");
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.body().path("result")).hasSize(2);
    }

    @Test
    void batchWithoutItsKeyIsAnHtmlError() {
        Got failed = badgr.post(token, BATCH, "{}");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.type()).isEqualTo("text/html");
    }

    @Test
    void aBareArrayIsRefusedWithoutAWord() {
        Got refused = badgr.post(token, BATCH, "[" + to("alice@example.org") + "]");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.raw().body()).isEmpty();
    }

    @Test
    void failureInTheMiddleOfABatchKeepsTheEarlierOnes() {
        badgr.control("POST", "/settings", "{\"failAfterItems\": 2}");
        String three = "{\"assertions\": [" + to("a@example.org") + "," + to("b@example.org") + "," + to("c@example.org") + "]}";
        assertThat(badgr.post(token, BATCH, three).status()).isEqualTo(500);
        assertThat(badgr.get(token, AWARDS).body().path("result")).hasSize(2);

        badgr.control("POST", "/settings", "{\"failAfterItems\": null}");
        assertThat(badgr.post(token, BATCH, three).status()).isEqualTo(201);
    }

    @Test
    void aClassWithoutPictureCannotBeAwarded() {
        Got bare = badgr.post(token, "/v2/badgeclasses", "{\"name\": \"Bare\", \"description\": \"d\", \"image\": null, \"issuer\": \"issuer-1\"}");
        assertThat(bare.status()).isEqualTo(201);
        Got failed = badgr.post(token, "/v2/badgeclasses/" + bare.first().path("entityId").asText() + "/assertions", to("alice@example.org"));
        assertThat(failed.status()).isEqualTo(500);
    }

    @Test
    void issuedInTheFutureIsRefusedByTheClockOfTheServer() {
        String body = "{\"recipient\": {\"identity\": \"alice@example.org\"}, \"issuedOn\": \"2026-03-01T09:30:05Z\"}";
        assertThat(badgr.post(token, AWARDS, body).body().path("fieldErrors").has("issuedOn")).isTrue();
        badgr.clock.advance(Duration.ofSeconds(5));
        assertThat(badgr.post(token, AWARDS, body).status()).isEqualTo(201);
    }

    @Test
    void theShownHashFitsIdentityAndSalt() {
        JsonNode recipient = badgr.post(token, AWARDS, to("Alice@Example.org")).first().path("recipient");
        assertThat(recipient.path("identity").asText()).isEqualTo(Identifiers.hash("alice@example.org", recipient.path("salt").asText()));
    }

    @Test
    void aReadAssertionSentBackIsRefused() {
        Got issued = badgr.post(token, AWARDS, to("alice@example.org"));
        String address = "/v2/assertions/" + issued.first().path("entityId").asText();
        assertThat(badgr.call("PUT", token, address, issued.first().toString()).body().path("fieldErrors").has("recipient")).isTrue();
    }

    @Test
    void updateStoresTheIdentifierAsSentAndMovesItInTheLists() {
        String id = badgr.issue(token, "alice@example.org");
        badgr.call("PUT", token, "/v2/assertions/" + id, to("Bob@Example.org"));
        assertThat(badgr.get(token, AWARDS + "?recipient=alice@example.org").body().path("result")).isEmpty();
        assertThat(badgr.get(token, AWARDS + "?recipient=Bob@Example.org").first().path("entityId").asText()).isEqualTo(id);
    }

    @Test
    void manyAtOnceAllArriveEachWithATimeOfItsOwn() {
        List<CompletableFuture<String>> calls = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> badgr.issue(token, "p" + i % 100 + "@example.org"))).toList();
        assertThat(calls.stream().map(CompletableFuture::join)).doesNotHaveDuplicates().doesNotContain("");
        assertThat(badgr.get(token, AWARDS).body().path("result")).hasSize(200);
        assertThat(badgr.control("GET", "/summary", "").body().path("duplicates").asInt()).isEqualTo(100);
    }
}
