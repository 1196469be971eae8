package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StoreTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static JsonNode store(String title) {
        return LOCKER.managing("POST", "/v2/lrs").json("{\"title\":\"" + title + "\"}").said().json();
    }

    private static JsonNode clientOf(JsonNode store) {
        return LOCKER.managing("GET", "/v2/client?query=" + Ask.encoded("{\"lrs_id\":\"" + store.path("_id").asText() + "\"}")).said().json().get(0);
    }

    private static void remove(JsonNode store, JsonNode client) {
        LOCKER.managing("DELETE", "/v2/lrs/" + store.path("_id").asText()).said();
        LOCKER.managing("DELETE", "/v2/client/" + client.path("_id").asText()).said();
    }

    @Test
    @Tag("learning-locker-9")
    void bringsAClientWithEachStore() {
        JsonNode store = store("Night " + Installation.unique());
        JsonNode client = clientOf(store);

        assertThat(client.path("title").asText()).isEqualTo(store.path("title").asText() + " client");
        assertThat(client.path("scopes")).isEqualTo(Said.read("[\"xapi/all\"]"));
        assertThat(client.at("/authority/name").asText()).isEqualTo("New Client");
        remove(store, client);
    }

    @Test
    @Tag("learning-locker-90")
    void fillsInATitleAndACountAndGivesTheIdOnce() {
        JsonNode store = LOCKER.managing("POST", "/v2/lrs").json("{}").said().json();

        assertThat(store.path("title").asText()).isEqualTo("New xAPI store");
        assertThat(store.path("statementCount").intValue()).isZero();
        assertThat(store.has("id")).isFalse();
        remove(store, clientOf(store));
    }

    @Test
    @Tag("learning-locker-91")
    void letsACallerWriteTheCount() {
        JsonNode store = store("Counted");
        Said said = LOCKER.managing("PATCH", "/v2/lrs/" + store.path("_id").asText()).json("{\"statementCount\":7}").said();

        assertThat(said.json().path("statementCount").intValue()).isEqualTo(7);
        remove(store, clientOf(store));
    }

    @Test
    @Tag("learning-locker-92")
    void leavesTheClientsOfADeletedStoreWithoutTheXapi() {
        JsonNode store = store("Closing " + Installation.unique());
        JsonNode client = clientOf(store);
        assertThat(LOCKER.xapi("GET", "/statements").by(client).said().status()).isEqualTo(200);

        assertThat(LOCKER.managing("DELETE", "/v2/lrs/" + store.path("_id").asText()).said().status()).isEqualTo(204);
        assertThat(LOCKER.shown(client.path("_id").asText()).path("title")).isEqualTo(client.path("title"));
        assertThat(LOCKER.xapi("GET", "/statements").by(client).said().status()).isEqualTo(401);
        assertThat(LOCKER.api("GET", "/auth/client/info").by(client).said().json().path("lrs_id")).isEqualTo(store.path("_id"));
        remove(store, client);
    }

    @Test
    @Tag("learning-locker-93")
    void listsTheOwnOrganisationOnly() {
        JsonNode own = LOCKER.managing("GET", "/v2/organisation").said().json();
        JsonNode small = LOCKER.made("{\"scopes\":[\"state\"]}");

        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("_id").asText()).isEqualTo(LOCKER.named("organisation"));
        Said none = LOCKER.api("GET", "/v2/organisation").by(small).said();
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.json()).isEqualTo(Said.read("[]"));
    }

    @Test
    @Tag("learning-locker-110")
    void takesAStoreOfAnotherOrganisationAndItsStatementsToo() {
        JsonNode across = LOCKER.made("{\"scopes\":[\"xapi/all\"],\"lrs_id\":\"" + LOCKER.named("far.store") + "\"}");

        assertThat(LOCKER.xapi("POST", "/statements").by(across).json(Statements.plain()).said().status()).isEqualTo(200);
    }
}
