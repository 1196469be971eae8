package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangeTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static Said change(String method, JsonNode client, String body) {
        return LOCKER.managing(method, "/v2/client/" + client.path("_id").asText()).json(body).said();
    }

    @Test
    @Tag("learning-locker-58")
    void mergesWhateverTheMethod() {
        JsonNode made = LOCKER.madeIn("[\"xapi/read\"]");

        assertThat(change("PUT", made, "{\"title\":\"put\"}").json().path("scopes")).isEqualTo(made.path("scopes"));
        assertThat(change("POST", made, "{\"scopes\":[\"xapi/all\"]}").json().path("title").asText()).isEqualTo("put");
        assertThat(change("PATCH", made, "{\"title\":\"patch\"}").json().path("lrs_id")).isEqualTo(made.path("lrs_id"));
        assertThat(LOCKER.managing("PUT", "/v2/client/" + Installation.ABSENT).json("{\"title\":\"x\"}").said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("PATCH", "/v2/client/" + Installation.ABSENT).json("{\"scopes\":[\"nope\"]}").said().status()).isEqualTo(404);
    }

    @Test
    @Tag("learning-locker-59")
    void movesNothingWhenNothingChanges() {
        JsonNode made = LOCKER.madeIn("[\"state\",\"profile\"]");

        assertThat(change("PATCH", made, "{}").json()).isEqualTo(made);
        assertThat(change("PATCH", made, "{\"title\":\"contract\",\"scopes\":[\"state\",\"profile\"],\"isTrusted\":true}").json()).isEqualTo(made);
    }

    @Test
    @Tag("learning-locker-8")
    void countsOtherScopesAsANewVersion() {
        JsonNode made = LOCKER.madeIn("[\"state\",\"profile\"]");
        JsonNode turned = change("PATCH", made, "{\"scopes\":[\"profile\",\"state\"]}").json();

        assertThat(turned.path("__v").intValue()).isEqualTo(1);
        assertThat(turned.path("scopes").get(0).asText()).isEqualTo("profile");
        assertThat(change("PATCH", made, "{\"title\":\"other\"}").json().path("__v").intValue()).isEqualTo(1);
    }

    @Test
    @Tag("learning-locker-60")
    void answersAChangeWithTheWholeDocument() {
        JsonNode made = LOCKER.madeIn("[\"state\"]");
        Said said = LOCKER.managing("PATCH", "/v2/client/" + made.path("_id").asText() + "?select=title").json("{\"title\":\"new\"}").said();

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.json().size()).isEqualTo(made.size());
    }

    @Test
    @Tag("learning-locker-61")
    void changesTheSecretAloneByEitherSpelling() {
        JsonNode made = LOCKER.madeIn("[\"all\"]");
        String key = made.at("/api/basic_key").asText();

        JsonNode nested = change("PATCH", made, "{\"api\":{\"basic_secret\":\"second\"}}").json();
        assertThat(nested.path("api")).isEqualTo(Said.read("{\"basic_key\":\"" + key + "\",\"basic_secret\":\"second\"}"));
        assertThat(LOCKER.api("GET", "/auth/client/info").by(made).said().status()).isEqualTo(401);
        assertThat(LOCKER.api("GET", "/auth/client/info").by(key, "second").said().status()).isEqualTo(200);
        assertThat(change("PATCH", made, "{\"api.basic_secret\":\"third\"}").json().at("/api/basic_secret").asText()).isEqualTo("third");
        assertThat(change("PATCH", made, "{\"api\":{}}").json().at("/api/basic_secret").asText()).isEqualTo("third");
    }

    @Test
    @Tag("learning-locker-62")
    void drawsANewPairForNull() {
        JsonNode made = LOCKER.madeIn("[\"all\"]");
        JsonNode drawn = change("PATCH", made, "{\"api\":null}").json();

        assertThat(drawn.at("/api/basic_key").asText()).matches("[0-9a-f]{40}").isNotEqualTo(made.at("/api/basic_key").asText());
        assertThat(drawn.at("/api/basic_secret").asText()).matches("[0-9a-f]{40}").isNotEqualTo(made.at("/api/basic_secret").asText());
        assertThat(LOCKER.api("GET", "/auth/client/info").by(made).said().status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-63")
    void replacesOneScopeWithoutANewVersion() {
        JsonNode changed = change("PATCH", LOCKER.madeIn("[\"state\",\"xapi/read\"]"), "{\"scopes.0\":\"profile\"}").json();

        assertThat(changed.path("scopes")).isEqualTo(Said.read("[\"profile\",\"xapi/read\"]"));
        assertThat(changed.path("__v").intValue()).isZero();
    }

    @Test
    @Tag("learning-locker-68")
    void changesNothingByAnArray() {
        JsonNode made = LOCKER.madeIn("[\"state\"]");
        Said said = change("PATCH", made, "[{\"title\":\"x\"}]");

        assertThat(said.status()).isEqualTo(200);
        assertThat(LOCKER.shown(made.path("_id").asText())).isEqualTo(made);
    }

    @Test
    @Tag("learning-locker-64")
    @Tag("learning-locker-67")
    void deletesForGoodAndAtOnce() {
        JsonNode made = LOCKER.madeIn("[\"all\"]");
        String path = "/v2/client/" + made.path("_id").asText();
        Said first = LOCKER.managing("DELETE", path).said();

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.text()).isEmpty();
        assertThat(LOCKER.managing("DELETE", path).said().status()).isEqualTo(404);
        assertThat(LOCKER.managing("GET", path).said().status()).isEqualTo(404);
        assertThat(LOCKER.api("GET", "/v2/client").by(made).said().status()).isEqualTo(401);
        assertThat(LOCKER.xapi("GET", "/statements").by(made).said().status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-64")
    void refusesToDeleteTheCollection() {
        Said said = LOCKER.managing("DELETE", "/v2/client").said();

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.type()).isEqualTo("text/html");
        assertThat(said.text()).isEqualTo("API does not allow bulk deletions");
    }
}
