package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatementsTest {

    private static final String STATEMENTS = "/learning-locker/data/xAPI/statements";
    private static final String ONE = "{\"actor\":{\"mbox\":\"mailto:learner@example.org\"},"
            + "\"verb\":{\"id\":\"http://adlnet.gov/expapi/verbs/experienced\"},"
            + "\"object\":{\"id\":\"http://example.org/activities/1\"},\"authority\":{\"mbox\":\"mailto:someone@example.org\"}}";

    private final Locker locker = new Locker();

    @AfterEach
    void close() {
        locker.close();
    }

    private JsonNode client(String key, String scopes, String store) {
        return locker.made("{\"scopes\":" + scopes + ",\"lrs_id\":" + store + ",\"authority\":" + Locker.quoted(Locker.CREW)
                + ",\"api\":{\"basic_key\":\"" + key + "\",\"basic_secret\":\"s\"}}");
    }

    @Test
    void stampsEachStatementWithTheAuthorityOfItsClient() {
        client("writer", "[\"statements/write\",\"statements/read/mine\"]", "\"" + Locker.STORE + "\"");
        String id = locker.call("POST", STATEMENTS, ONE, "writer", "s").body().get(0).asText();

        JsonNode stored = locker.call("GET", STATEMENTS + "?statementId=" + id, "", "writer", "s").body();

        assertThat(stored.path("authority")).isEqualTo(Locker.json(Locker.CREW));
        assertThat(locker.get("/learning-locker/api/v2/lrs/" + Locker.STORE).body().path("statementCount").asInt()).isEqualTo(1);
    }

    @Test
    void hidesOthersStatementsFromAClientThatReadsItsOwn() {
        client("reader", "[\"statements/read/mine\"]", "\"" + Locker.STORE + "\"");
        String id = locker.send("POST", STATEMENTS, ONE).body().get(0).asText();

        assertThat(locker.call("GET", STATEMENTS + "?statementId=" + id, "", "reader", "s").status()).isEqualTo(404);
    }

    @Test
    void doesNotKnowAClientWithoutAStore() {
        client("homeless", "[\"xapi/all\"]", "null");

        assertThat(locker.call("POST", STATEMENTS, ONE, "homeless", "s").status()).isEqualTo(401);
    }

    @Test
    void tellsADisabledClientSo() {
        String id = client("off", "[\"xapi/all\"]", "\"" + Locker.STORE + "\"").path("_id").asText();
        locker.send("PATCH", "/learning-locker/api/v2/client/" + id, "{\"isTrusted\":false}");

        Locker.Said said = locker.call("GET", STATEMENTS, "", "off", "s");

        assertThat(said.status()).isEqualTo(403);
        assertThat(said.body().path("message").asText()).isEqualTo("Your client has been disabled");
    }

    @Test
    void pagesByItsMoreLinkNewestFirst() {
        String first = locker.send("POST", STATEMENTS, ONE).body().get(0).asText();
        String second = locker.send("POST", STATEMENTS, ONE).body().get(0).asText();

        JsonNode page = locker.get(STATEMENTS + "?limit=1").body();
        JsonNode next = locker.get("/learning-locker" + page.path("more").asText()).body();

        assertThat(page.path("statements").get(0).path("id").asText()).isEqualTo(second);
        assertThat(next.path("statements").get(0).path("id").asText()).isEqualTo(first);
        assertThat(next.path("more").asText()).isEmpty();
    }

    @Test
    void storesNothingOfABatchWithOneBadStatement() {
        Locker.Said said = locker.send("POST", STATEMENTS, "[" + ONE + ",{\"actor\":{}}]");

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.body().path("warnings").get(0).asText()).isEqualTo("Problem in 'statements.1.actor'. Received '{}'");
        assertThat(locker.get(STATEMENTS).body().path("statements")).isEmpty();
    }
}
