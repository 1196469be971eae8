package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreationOddityTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static Said post(String body) {
        return LOCKER.managing("POST", "/v2/client").json(body).said();
    }

    @Test
    @Tag("learning-locker-37")
    @Tag("learning-locker-14")
    void echoesInAnErrorWhatWasSent() {
        Said said = post("{\"title\":{\"en\":\"hidden\"},\"isTrusted\":\"perhaps\"}");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().at("/errors/title/name").asText()).isEqualTo("CastError");
        assertThat(said.json().at("/errors/title/value/en").asText()).isEqualTo("hidden");
        assertThat(said.json().path("errors")).hasSize(2);
        assertThat(said.json().path("statusCode").intValue()).isEqualTo(400);
        assertThat(said.json().path("_message").asText()).isEqualTo("Client validation failed");
    }

    @Test
    @Tag("learning-locker-38")
    void letsTheCallerChooseWhenItWasMadeButNotWhenItWasChanged() {
        JsonNode made = LOCKER.made("{\"createdAt\":\"2001-02-03T04:05:06.000Z\",\"updatedAt\":\"2001-02-03T04:05:06.000Z\"}");

        assertThat(made.path("createdAt").asText()).isEqualTo("2001-02-03T04:05:06.000Z");
        assertThat(made.path("updatedAt").asText()).isGreaterThan("2020");
    }

    @Test
    @Tag("learning-locker-39")
    void storesNullWhereItIsGiven() {
        JsonNode made = LOCKER.made("{\"title\":\"x\",\"scopes\":[\"all\"]}");
        JsonNode changed = LOCKER.managing("PATCH", "/v2/client/" + made.path("_id").asText()).json("{\"title\":null,\"lrs_id\":null,\"scopes\":null}").said().json();

        for (String name : new String[] {"title", "lrs_id", "scopes"}) {
            assertThat(changed.has(name)).isTrue();
            assertThat(changed.path(name).isNull()).isTrue();
        }
        assertThat(LOCKER.api("GET", "/v2/client").by(changed).said().status()).isEqualTo(403);
    }

    @Test
    @Tag("learning-locker-40")
    void makesAClientOfNoBody() {
        Said said = LOCKER.managing("POST", "/v2/client").header("Content-Type", "application/json").said();

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("scopes")).isEmpty();
        LOCKER.managing("DELETE", "/v2/client/" + said.json().path("_id").asText()).said();
    }

    @Test
    @Tag("learning-locker-41")
    void makesClientsOfAnArrayThatTheirMakerCannotSee() {
        Said said = post("[{\"title\":\"one\",\"scopes\":[\"all\"]},{\"title\":\"two\"}]");

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json()).hasSize(2);
        assertThat(said.json().get(0).has("organisation")).isFalse();
        assertThat(LOCKER.managing("GET", "/v2/client/" + said.json().get(0).path("_id").asText()).said().status()).isEqualTo(404);
        Said none = post("[]");
        assertThat(none.status()).isEqualTo(201);
        assertThat(none.type()).isEqualTo("text/plain");
        assertThat(none.text()).isEqualTo("Created");
    }

    @Test
    @Tag("learning-locker-7")
    void takesAStoreThatDoesNotExistAndTheXapiThenKnowsNobody() {
        JsonNode astray = LOCKER.made("{\"scopes\":[\"xapi/all\"],\"lrs_id\":\"" + Installation.ABSENT + "\"}");
        JsonNode homeless = LOCKER.made("{\"scopes\":[\"xapi/all\"]}");

        assertThat(LOCKER.xapi("GET", "/statements").by(astray).said().status()).isEqualTo(401);
        assertThat(LOCKER.xapi("GET", "/statements").by(homeless).said().status()).isEqualTo(401);
        assertThat(LOCKER.api("GET", "/auth/client/info").by(astray).said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-10")
    void showsTheSecretToEveryReader() {
        JsonNode made = LOCKER.made("{\"api\":{\"basic_key\":\"k-" + Installation.unique() + "\",\"basic_secret\":\"in the clear\"}}");
        String id = made.path("_id").asText();

        assertThat(LOCKER.shown(id).at("/api/basic_secret").asText()).isEqualTo("in the clear");
        assertThat(LOCKER.managing("GET", "/connection/client?filter=" + Ask.encoded("{\"_id\":{\"$oid\":\"" + id + "\"}}")).said().text())
                .contains("in the clear");
        assertThat(LOCKER.managing("GET", "/v2/client/" + id + "?select=-api").said().text()).doesNotContain("in the clear");
    }

    @Test
    @Tag("learning-locker-11")
    void locksADisabledClientOutFromTheNextRequestAndLetsItInAgain() {
        JsonNode made = LOCKER.madeIn("[\"all\"]");
        String path = "/v2/client/" + made.path("_id").asText();

        LOCKER.managing("PATCH", path).json("{\"isTrusted\":false}").said();
        assertThat(LOCKER.api("GET", path).by(made).said().status()).isEqualTo(401);
        assertThat(LOCKER.xapi("GET", "/statements").by(made).said().status()).isEqualTo(403);
        LOCKER.managing("PATCH", path).json("{\"isTrusted\":true}").said();
        assertThat(LOCKER.api("GET", path).by(made).said().status()).isEqualTo(200);
        assertThat(LOCKER.xapi("GET", "/statements").by(made).said().status()).isEqualTo(200);
    }
}
