package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class XapiRequestTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static final String STATEMENTS = "/statements";

    @Test
    @Tag("learning-locker-94")
    void tellsItsVersionsToAnybody() {
        assertThat(LOCKER.xapi("GET", "/about").said().json())
                .isEqualTo(Said.read("{\"extensions\":{\"X-Experience-API-Version\":\"1.0.3\"},\"version\":[\"1.0.3\"]}"));
    }

    @Test
    @Tag("learning-locker-95")
    void speaksOnlyVersionOneAndSaysWhich() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        for (String spoken : new String[] {"1.0", "1.0.0", "1.0.9"}) {
            Said said = version(spoken).by(client).said();
            assertThat(said.status()).isEqualTo(200);
            assertThat(said.header("X-Experience-API-Version")).contains("1.0.3");
        }
        Said foreign = version("2.0.0").by(client).said();
        assertThat(foreign.status()).isEqualTo(400);
        assertThat(foreign.json().path("warnings").get(0).asText()).isEqualTo("Problem in 'header.X-Experience-API-Version'. Received '\"2.0.0\"'");
        assertThat(unversioned("GET").by(client).said().json().path("warnings").get(0).asText())
                .isEqualTo("Missing required value in 'header.X-Experience-API-Version'");
    }

    @Test
    @Tag("learning-locker-96")
    void looksAtTypeLoginVersionJsonScopeAndStatementInThisOrder() {
        JsonNode reader = LOCKER.madeIn("[\"statements/read\"]");

        assertThat(message(unversioned("POST").header("Content-Type", "text/plain").text("x"))).isEqualTo("Content-Type (text/plain) is not supported");
        assertThat(message(unversioned("POST").json("{"))).isEqualTo("Unauthorised");
        assertThat(unversioned("POST").by(reader).json("{").said().json().path("warnings")).hasSize(1);
        assertThat(message(LOCKER.xapi("POST", STATEMENTS).by(reader).json("{"))).isEqualTo("Expected valid JSON in body");
        assertThat(message(LOCKER.xapi("POST", STATEMENTS).by(reader).json("{}"))).isEqualTo("Forbidden");
        assertThat(LOCKER.xapi("POST", STATEMENTS).by(LOCKER.madeIn("[\"statements/write\"]")).json("{}").said().json().path("warnings")).hasSize(3);
    }

    @Test
    @Tag("learning-locker-97")
    void readsTheSchemeInOneSpellingOnly() {
        String key = LOCKER.named("key");
        String secret = LOCKER.named("secret");

        assertThat(LOCKER.xapi("GET", STATEMENTS).by("Basic", key, secret).said().status()).isEqualTo(200);
        assertThat(LOCKER.xapi("GET", STATEMENTS).by("basic", key, secret).said().status()).isEqualTo(401);
        Said bare = LOCKER.xapi("GET", STATEMENTS).header("Authorization", "Basic").said();
        assertThat(bare.status()).isEqualTo(500);
        assertThat(bare.json().path("message").asText()).isEqualTo("A server error occurred");
    }

    @Test
    @Tag("learning-locker-98")
    void refusesStrangersWithJsonAndWithoutAChallenge() {
        for (Ask ask : new Ask[] {LOCKER.xapi("GET", STATEMENTS), LOCKER.xapi("GET", STATEMENTS).by(LOCKER.named("key"), "wrong")}) {
            Said said = ask.said();
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.json().path("message").asText()).isEqualTo("Unauthorised");
            assertThat(said.json().path("errorId").asText()).hasSize(36);
            assertThat(said.header("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    @Tag("learning-locker-99")
    void tellsADisabledClientSo() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        LOCKER.managing("PATCH", "/v2/client/" + client.path("_id").asText()).json("{\"isTrusted\":false}").said();
        Said said = LOCKER.xapi("GET", STATEMENTS).by(client).said();

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.json().path("message").asText()).isEqualTo("Your client has been disabled");
    }

    @Test
    @Tag("learning-locker-112")
    void findsClientsByKeyAndSecretTogether() {
        String body = "{\"lrs_id\":\"" + LOCKER.named("store") + "\",\"scopes\":[\"xapi/all\"],\"api\":{\"basic_key\":\"" + Installation.unique()
                + "\",\"basic_secret\":\"%s\"}}";
        JsonNode first = LOCKER.made(String.format(body, "one"));
        JsonNode second = LOCKER.made(String.format(body, "two"));

        assertThat(LOCKER.xapi("GET", STATEMENTS).by(first).said().status()).isEqualTo(200);
        assertThat(LOCKER.xapi("GET", STATEMENTS).by(second).said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-109")
    void deletesNothing() {
        Said said = LOCKER.xapi("DELETE", STATEMENTS).by(LOCKER.named("key"), LOCKER.named("secret")).said();

        assertThat(said.status()).isEqualTo(404);
        assertThat(said.type()).isEqualTo("text/html");
        assertThat(LOCKER.xapi("GET", "/nothing").said().status()).isEqualTo(404);
    }

    private static Ask version(String version) {
        return unversioned("GET").header("X-Experience-API-Version", version);
    }

    private static Ask unversioned(String method) {
        return LOCKER.xapiWithoutVersion(method, STATEMENTS);
    }

    private static String message(Ask ask) {
        return ask.said().json().path("message").asText();
    }
}
