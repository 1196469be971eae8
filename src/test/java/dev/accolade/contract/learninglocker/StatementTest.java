package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static final String STATEMENTS = "/statements";

    private static Said post(JsonNode client, String body) {
        return LOCKER.xapi("POST", STATEMENTS).by(client).json(body).said();
    }

    private static Said get(JsonNode client, String query) {
        return LOCKER.xapi("GET", STATEMENTS + query).by(client).said();
    }

    @Test
    @Tag("learning-locker-100")
    @Tag("learning-locker-114")
    void answersAPostWithIdsAndAPutWithNothing() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        Said posted = post(client, Statements.plain());
        String id = Installation.unique();
        Said put = LOCKER.xapi("PUT", STATEMENTS + "?statementId=" + id).by(client).json(Statements.plain()).said();

        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.json()).hasSize(1);
        assertThat(get(client, "?statementId=" + posted.json().get(0).asText()).status()).isEqualTo(200);
        assertThat(post(client, "[]").json()).isEqualTo(Said.read("[]"));
        assertThat(put.status()).isEqualTo(204);
        assertThat(put.text()).isEmpty();
        assertThat(get(client, "?statementId=" + id).header("Last-Modified")).isPresent();
    }

    @Test
    @Tag("learning-locker-101")
    void takesAnIdAgainOnlyWithTheSameContent() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        String id = Installation.unique();
        String other = Statements.with("http://adlnet.gov/expapi/verbs/attempted", ",\"id\":\"" + id + "\"");

        assertThat(post(client, Statements.withId(id)).status()).isEqualTo(200);
        assertThat(post(client, Statements.withId(id)).json()).isEqualTo(Said.read("[\"" + id + "\"]"));
        Said conflict = post(client, other);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json().path("message").asText()).isEqualTo(id + " is conflicting");
        Said twice = post(client, "[" + Statements.withId(id) + "," + Statements.withId(id) + "]");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.json().path("message").asText()).isEqualTo(id + " is duplicated in the current batch");
    }

    @Test
    @Tag("learning-locker-102")
    void stampsAStatementWithTheAuthorityItsClientHasThen() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        String id = post(client, Statements.with("http://example.org/v", ",\"authority\":{\"mbox\":\"mailto:eve@example.org\"}")).json().get(0).asText();
        JsonNode stored = get(client, "?statementId=" + id).json();
        LOCKER.managing("PATCH", "/v2/client/" + client.path("_id").asText()).json("{\"authority\":" + Ask.quoted("{\"openid\":\"a:b\"}") + "}").said();

        assertThat(stored.path("authority")).isEqualTo(client.path("authority"));
        assertThat(stored.path("version").asText()).isEqualTo("1.0.0");
        assertThat(stored.path("timestamp")).isEqualTo(stored.path("stored"));
        assertThat(get(client, "?statementId=" + id).json().path("authority")).isEqualTo(client.path("authority"));
        assertThat(get(client, "?statementId=" + Statements.stored(LOCKER, client)).json().at("/authority/openid").asText()).isEqualTo("a:b");
    }

    @Test
    @Tag("learning-locker-103")
    void hidesAVoidedStatementButNotTheOneThatVoids() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        String id = Statements.stored(LOCKER, client);
        String voiding = post(client, Statements.voiding(id)).json().get(0).asText();

        Said gone = get(client, "?statementId=" + id);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("message").asText()).isEqualTo("No Statement found");
        assertThat(get(client, "?voidedStatementId=" + id).json().path("id").asText()).isEqualTo(id);
        assertThat(get(client, "?statementId=" + voiding).status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-104")
    void voidsEvenWhatIsNotThere() {
        assertThat(post(LOCKER.madeIn("[\"xapi/all\"]"), Statements.voiding(Installation.unique())).status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-105")
    void storesNothingOfABatchWithOneBadStatement() {
        JsonNode client = LOCKER.madeIn("[\"statements/write\",\"statements/read/mine\"]");
        Said said = post(client, "[" + Statements.plain() + ",{\"actor\":{},\"object\":{\"id\":\"http://example.org/a\"}}]");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().path("warnings")).isEqualTo(Said.read("[\"Problem in 'statements.1.actor'. Received '{}'\","
                + "\"Missing required value in 'statements.1.verb'\"]"));
        assertThat(get(client, "").json().path("statements")).isEmpty();
    }

    @Test
    @Tag("learning-locker-106")
    void refusesMembersAndParametersItDoesNotKnow() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");

        assertThat(post(client, Statements.with("http://example.org/v", ",\"colour\":\"red\"")).json().path("warnings").get(0).asText())
                .isEqualTo("Unknown keys (colour) set in 'statements.0'");
        Said said = get(client, "?foo=1");
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().path("message").asText()).isEqualTo("Cannot use unknown params 'foo'");
    }

    @Test
    @Tag("learning-locker-107")
    void letsAWriterNotReadWhatItWrote() {
        JsonNode writer = LOCKER.madeIn("[\"statements/write\"]");
        String id = Statements.stored(LOCKER, writer);
        Said said = get(writer, "?statementId=" + id);

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.json().path("message").asText()).isEqualTo("Forbidden");
        LOCKER.managing("PATCH", "/v2/client/" + writer.path("_id").asText()).json("{\"scopes\":[\"statements/read/mine\"]}").said();
        assertThat(get(writer, "?statementId=" + id).status()).isEqualTo(200);
        assertThat(post(writer, Statements.plain()).status()).isEqualTo(403);
    }

    @Test
    @Tag("learning-locker-15")
    void meansByMineWhatThisClientStored() {
        JsonNode mine = LOCKER.madeIn("[\"statements/write\",\"statements/read/mine\"]");
        JsonNode other = LOCKER.madeIn("[\"statements/read/mine\"]");
        String id = Statements.stored(LOCKER, mine);
        LOCKER.managing("PATCH", "/v2/client/" + mine.path("_id").asText()).json("{\"authority\":" + Ask.quoted("{\"openid\":\"a:b\"}") + "}").said();

        assertThat(get(mine, "?statementId=" + id).status()).isEqualTo(200);
        assertThat(get(other, "?statementId=" + id).status()).isEqualTo(404);
    }
}
