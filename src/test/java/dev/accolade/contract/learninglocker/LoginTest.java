package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    @Test
    @Tag("learning-locker-2")
    void refusesWithTextAndWithoutAChallenge() {
        for (String path : new String[] {"/v2/client", "/connection/client", "/v2/lrs"}) {
            Said said = LOCKER.api("GET", path).said();
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.type()).isEqualTo("text/plain");
            assertThat(said.text()).isEqualTo("Unauthorized");
            assertThat(said.header("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    @Tag("learning-locker-20")
    void doesNotTellAWrongKeyFromAWrongSecretOrADisabledClient() {
        JsonNode disabled = LOCKER.made("{\"scopes\":[\"all\"],\"isTrusted\":false}");

        for (Ask ask : new Ask[] {LOCKER.api("GET", "/v2/client").by(LOCKER.named("key"), "wrong"), LOCKER.api("GET", "/v2/client").by("nobody", "wrong"),
            LOCKER.api("GET", "/v2/client").by(disabled)}) {
            Said said = ask.said();
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.text()).isEqualTo("Unauthorized");
        }
    }

    @Test
    @Tag("learning-locker-21")
    void readsTheSchemeInAnyCaseAndNoOther() {
        assertThat(LOCKER.api("GET", "/v2/client/count").by("basic", LOCKER.named("key"), LOCKER.named("secret")).said().status()).isEqualTo(200);
        assertThat(LOCKER.api("GET", "/v2/client/count").by("BASIC", LOCKER.named("key"), LOCKER.named("secret")).said().status()).isEqualTo(200);
        assertThat(LOCKER.api("GET", "/v2/client/count").by("Token", LOCKER.named("key"), LOCKER.named("secret")).said().status()).isEqualTo(401);
        assertThat(LOCKER.api("GET", "/v2/client/count").header("Authorization", "Bearer abc").said().status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-22")
    void readsASecretUpToTheNextColon() {
        assertThat(LOCKER.api("GET", "/v2/client/count").by(LOCKER.named("key"), LOCKER.named("secret") + ":x").said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-23")
    void letsOnlyTheOlderOfTwoClientsWithOneKeyIn() {
        String key = Installation.unique();
        JsonNode first = LOCKER.made("{\"scopes\":[\"all\"],\"api\":{\"basic_key\":\"" + key + "\",\"basic_secret\":\"one\"}}");
        LOCKER.made("{\"scopes\":[\"all\"],\"api\":{\"basic_key\":\"" + key + "\",\"basic_secret\":\"two\"}}");

        assertThat(LOCKER.api("GET", "/auth/client/info").by(key, "one").said().status()).isEqualTo(200);
        assertThat(LOCKER.api("GET", "/auth/client/info").by(key, "two").said().status()).isEqualTo(401);
        LOCKER.managing("DELETE", "/v2/client/" + first.path("_id").asText()).said();
        assertThat(LOCKER.api("GET", "/auth/client/info").by(key, "two").said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-24")
    void tellsAnyClientWhoItIs() {
        Said manager = LOCKER.managing("GET", "/auth/client/info").said();
        JsonNode small = LOCKER.made("{\"title\":\"small\",\"scopes\":[\"state\"]}");

        assertThat(manager.status()).isEqualTo(200);
        assertThat(manager.json().path("organisation").asText()).isEqualTo(LOCKER.named("organisation"));
        assertThat(manager.json().path("lrs_id").asText()).isEqualTo(LOCKER.named("store"));
        assertThat(LOCKER.api("GET", "/auth/client/info").by(small).said().json()).isEqualTo(Said.read("{\"title\":\"small\",\"organisation\":\""
                + LOCKER.named("organisation") + "\",\"scopes\":[\"state\"]}"));
    }

    @Test
    @Tag("learning-locker-25")
    void challengesOnlyWhereAClientAsksWhoItIs() {
        Said said = LOCKER.api("GET", "/auth/client/info").said();

        assertThat(said.status()).isEqualTo(401);
        assertThat(said.header("WWW-Authenticate")).contains("Basic realm=\"Users\"");
        assertThat(said.type()).isEmpty();
    }

    @Test
    @Tag("learning-locker-26")
    void tellsAClientOfAnExpiredOrganisationWhoItIs() {
        assertThat(LOCKER.api("GET", "/auth/client/info").by(LOCKER.named("late.key"), LOCKER.named("late.secret")).said().status()).isEqualTo(200);
        assertThat(LOCKER.api("GET", "/v2/client").by(LOCKER.named("late.key"), LOCKER.named("late.secret")).said().status()).isEqualTo(403);
    }

    @Test
    @Tag("learning-locker-3")
    void managesClientsOnlyWithTheScopeAll() {
        JsonNode small = LOCKER.madeIn("[\"xapi/all\"]");
        String own = "/v2/client/" + small.path("_id").asText();

        for (Ask ask : new Ask[] {LOCKER.api("GET", "/v2/client"), LOCKER.api("POST", "/v2/client").json("{}"), LOCKER.api("GET", "/connection/client"),
            LOCKER.api("PATCH", own).json("{\"scopes\":[\"all\"]}"), LOCKER.api("GET", "/v2/lrs")}) {
            Said said = ask.by(small).said();
            assertThat(said.status()).isEqualTo(403);
            assertThat(said.json().path("message").asText()).isEqualTo("Priviliges not sufficient for this operation");
            assertThat(said.json().path("errorId").asText()).hasSize(36);
        }
    }
}
