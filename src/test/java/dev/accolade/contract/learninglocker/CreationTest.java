package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CreationTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static Said post(String body) {
        return LOCKER.managing("POST", "/v2/client").json(body).said();
    }

    @Test
    @Tag("learning-locker-29")
    void fillsInEverythingButATitle() {
        JsonNode made = LOCKER.made("{}");

        assertThat(made.has("title")).isFalse();
        assertThat(made.path("authority")).isEqualTo(Said.read("{\"objectType\":\"Agent\",\"name\":\"New Client\",\"mbox\":\"mailto:hello@learninglocker.net\"}"));
        assertThat(made.path("isTrusted").booleanValue()).isTrue();
        assertThat(made.path("scopes")).isEmpty();
        assertThat(made.at("/api/basic_key").asText()).matches("[0-9a-f]{40}");
        assertThat(made.at("/api/basic_secret").asText()).matches("[0-9a-f]{40}");
        assertThat(made.path("__v").intValue()).isZero();
        assertThat(made.path("organisation").asText()).isEqualTo(LOCKER.named("organisation"));
        assertThat(made.path("createdAt")).isEqualTo(made.path("updatedAt"));
    }

    @Test
    @Tag("learning-locker-29")
    void answersACreationWithoutALocation() {
        Said said = post("{\"title\":\"x\"}");

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.header("Location")).isEmpty();
        LOCKER.managing("DELETE", "/v2/client/" + said.json().path("_id").asText()).said();
    }

    @Test
    @Tag("learning-locker-30")
    void givesTheIdTwice() {
        JsonNode made = LOCKER.made("{}");

        assertThat(made.path("_id").asText()).matches("[0-9a-f]{24}");
        assertThat(made.path("id")).isEqualTo(made.path("_id"));
    }

    @Test
    @Tag("learning-locker-31")
    void dropsWhatItDoesNotKnowAndTakesANumberForAText() {
        JsonNode made = LOCKER.made("{\"_id\":\"" + Installation.ABSENT + "\",\"title\":42,\"description\":\"lost\",\"externalId\":\"e\"}");

        assertThat(made.path("_id").asText()).isNotEqualTo(Installation.ABSENT);
        assertThat(made.path("title")).isEqualTo(Said.read("\"42\""));
        assertThat(made.has("description")).isFalse();
        assertThat(made.has("externalId")).isFalse();
    }

    @Test
    @Tag("learning-locker-32")
    void putsTheCallersOrganisationInPlaceOfAnother() {
        JsonNode made = LOCKER.made("{\"organisation\":\"" + LOCKER.named("far.organisation") + "\"}");

        assertThat(made.path("organisation").asText()).isEqualTo(LOCKER.named("organisation"));
    }

    @Test
    @Tag("learning-locker-5")
    void makesTwoClientsOfTwoEqualRequests() {
        String body = "{\"title\":\"twin " + Installation.unique() + "\",\"api\":{\"basic_key\":\"" + Installation.unique() + "\"}}";
        JsonNode first = LOCKER.made(body);
        JsonNode second = LOCKER.made(body);

        assertThat(first.path("_id")).isNotEqualTo(second.path("_id"));
        assertThat(first.path("title")).isEqualTo(second.path("title"));
        assertThat(first.at("/api/basic_key")).isEqualTo(second.at("/api/basic_key"));
    }

    @Test
    @Tag("learning-locker-33")
    @Tag("learning-locker-8")
    void keepsScopesAsTheyCome() {
        assertThat(LOCKER.made("{\"scopes\":[\"state\",\"profile\",\"state\"]}").path("scopes")).isEqualTo(Said.read("[\"state\",\"profile\",\"state\"]"));
        assertThat(LOCKER.made("{\"scopes\":\"state\"}").path("scopes")).isEqualTo(Said.read("[\"state\"]"));
    }

    @Test
    @Tag("learning-locker-34")
    @Tag("learning-locker-43")
    void refusesScopesThatAreNone() {
        for (String scope : new String[] {"nope", "all/read", "org/all/client/manage"}) {
            Said said = post("{\"scopes\":[\"state\",\"" + scope + "\"]}");
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.json().path("name").asText()).isEqualTo("ValidationError");
            assertThat(said.json().path("errors").path("scopes.1").path("kind").asText()).isEqualTo("enum");
            assertThat(said.json().path("errors").path("scopes.1").path("value").asText()).isEqualTo(scope);
        }
    }

    @Test
    @Tag("learning-locker-35")
    void readsTextsThatMeanYesOrNo() {
        assertThat(LOCKER.made("{\"isTrusted\":\"no\"}").path("isTrusted")).isEqualTo(Said.read("false"));
        assertThat(LOCKER.made("{\"isTrusted\":\"true\"}").path("isTrusted")).isEqualTo(Said.read("true"));
        assertThat(post("{\"isTrusted\":\"perhaps\"}").json().at("/errors/isTrusted/name").asText()).isEqualTo("CastError");
    }

    @Test
    @Tag("learning-locker-36")
    void takesAnyIdForAStoreButNothingElse() {
        assertThat(LOCKER.made("{\"lrs_id\":\"" + Installation.ABSENT + "\"}").path("lrs_id").asText()).isEqualTo(Installation.ABSENT);
        assertThat(LOCKER.made("{\"lrs_id\":null}").path("lrs_id").isNull()).isTrue();
        for (String none : new String[] {"", "zzz"}) {
            Said said = post("{\"lrs_id\":\"" + none + "\"}");
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.json().at("/errors/lrs_id/kind").asText()).isEqualTo("ObjectID");
        }
    }
}
