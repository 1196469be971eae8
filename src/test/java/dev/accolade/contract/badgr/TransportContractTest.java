package dev.accolade.contract.badgr;

import static dev.accolade.contract.badgr.BadgrUnderTest.to;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransportContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-17")
    void wrapsEverySuccessInOneEnvelope() {
        Got list = badgr.get("robot", "/v2/issuers");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("status")).isEqualTo(BadgrUnderTest.json("{\"success\": true, \"description\": \"ok\"}"));
        assertThat(badgr.get("robot", "/v2/issuers/" + list.id()).result().isArray()).isTrue();
    }

    @Test
    @Tag("badgr-18")
    void tellsRefusalsByFieldBesideAnEmptyResult() {
        Got refused = badgr.post("robot", "/v2/issuers", "{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description()).isEqualTo("bad request");
        assertThat(refused.json().path("status").path("success").asBoolean(true)).isFalse();
        assertThat(refused.result().isArray()).isTrue();
        assertThat(refused.result()).isEmpty();
        assertThat(refused.json().path("fieldErrors").path("name").isArray()).isTrue();
        assertThat(refused.json().path("validationErrors").isArray()).isTrue();
    }

    @Test
    @Tag("badgr-19")
    void answersInJsonLdUnlessPlainJsonIsAskedFor() {
        String token = badgr.token("robot");
        String path = "/v2/issuers/unknown";
        assertThat(badgr.send(badgr.bare(path).header("Authorization", "Bearer " + token)).type()).isEqualTo("application/ld+json");
        assertThat(badgr.send(badgr.bare(path).header("Authorization", "Bearer " + token).header("Accept", "*/*")).type()).isEqualTo("application/ld+json");
        assertThat(badgr.send(badgr.as(token, path)).type()).isEqualTo("application/json");
        Got plain = badgr.send(badgr.bare(path).header("Authorization", "Bearer " + token).header("Accept", "text/plain"));
        assertThat(plain.status()).isEqualTo(406);
        assertThat(plain.type()).isEqualTo("application/ld+json");
        assertThat(plain.json().path("fieldErrors").isTextual()).isTrue();
    }

    @Test
    @Tag("badgr-20")
    void failsWhereOnlyAWebPageIsWanted() {
        Got page = badgr.send(badgr.bare("/v2/issuers/unknown").header("Authorization", "Bearer " + badgr.token("robot")).header("Accept", "text/html"));
        assertThat(page.status()).isEqualTo(500);
        assertThat(page.type()).isEqualTo("text/html");
    }

    @Test
    @Tag("badgr-21")
    void answersUnknownPathsWithAWebPage() {
        for (String path : List.of("/v2/nothing", "/v2/issuers/", "/health/")) {
            Got unknown = badgr.get("robot", path);
            assertThat(unknown.status()).as(path).isEqualTo(404);
            assertThat(unknown.type()).as(path).isEqualTo("text/html");
        }
        assertThat(badgr.get("robot", "/health").json().path("overall_status").asText()).isEqualTo("OK");
    }

    @Test
    @Tag("badgr-22")
    void namesTheMethodsThatAPathHas() {
        Got refused = badgr.delete("robot", "/v2/issuers", "");
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow").split(", ")).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS", "POST");
        assertThat(refused.description()).isEqualTo("miscellaneous error");
        assertThat(refused.json().path("fieldErrors").asText()).contains("DELETE");
    }

    @Test
    @Tag("badgr-23")
    void refusesBodiesOfOtherKinds() {
        Got refused = badgr.send(badgr.as(badgr.token("robot"), "/v2/issuers").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("hello")));
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.json().path("fieldErrors").asText()).contains("text/plain");
    }

    @Test
    @Tag("badgr-24")
    void refusesJsonThatIsNoObject() {
        Got refused = badgr.post("robot", "/v2/issuers", "\"text\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("fieldErrors")).isEmpty();
        assertThat(refused.json().path("validationErrors").path(0).asText()).contains("Expected a dictionary");
    }

    @Test
    @Tag("badgr-25")
    void asksForATokenWithoutSayingHow() {
        for (String given : List.of("", "Bearer nonsense", "Bearer", "Basic cm9ib3Q6eA==", "Token nonsense")) {
            Got refused = badgr.send(given.isEmpty() ? badgr.bare("/v2/issuers") : badgr.bare("/v2/issuers").header("Authorization", given));
            assertThat(refused.status()).as(given).isEqualTo(401);
            assertThat(refused.description()).isEqualTo("no valid auth token found");
            assertThat(refused.header("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    @Tag("badgr-26")
    void takesATokenInAnyCaseOfTheSchemeAndInTheAddress() {
        String token = badgr.token("robot");
        assertThat(badgr.send(badgr.bare("/v2/badgeclasses/unknown").header("Authorization", "bearer " + token)).status()).isEqualTo(404);
        assertThat(badgr.send(badgr.bare("/v2/badgeclasses/unknown?access_token=" + token)).status()).isEqualTo(404);
    }

    @Test
    @Tag("badgr-27")
    void letsAnybodyRevokeNothing() {
        assertThat(badgr.send(badgr.bare("/v2/assertions/revoke").header("Content-Type", "application/json").POST(BodyPublishers.ofString("[]"))).status())
                .isEqualTo(200);
        assertThat(badgr.send(badgr.bare("/v2/assertions/revoke").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("[{\"entityId\": \"unknown\", \"revocationReason\": \"x\"}]"))).status()).isEqualTo(401);
    }

    @Test
    @Tag("badgr-28")
    void writesIdsOf22LettersAndTimesInUtc() {
        JsonNode made = badgr.award(badgr.badgeClass(), to("ann@example.org")).first();
        assertThat(made.path("entityId").asText()).matches("[A-Za-z0-9_-]{22}");
        assertThat(made.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?Z");
    }
}
