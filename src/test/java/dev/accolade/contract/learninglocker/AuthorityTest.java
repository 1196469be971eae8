package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorityTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    private static final String CREW = "{\"objectType\":\"Agent\",\"name\":\"Crew\",\"mbox\":\"mailto:Crew+1@Example.org\"}";

    private static Said post(String authority) {
        return LOCKER.managing("POST", "/v2/client").json("{\"authority\":" + Ask.quoted(authority) + "}").said();
    }

    private static Said patch(JsonNode client, String body) {
        return LOCKER.managing("PATCH", "/v2/client/" + client.path("_id").asText()).json(body).said();
    }

    @Test
    @Tag("learning-locker-4")
    void takesATextAndGivesAnObject() {
        assertThat(LOCKER.made("{\"authority\":" + Ask.quoted(CREW) + "}").path("authority")).isEqualTo(Said.read(CREW));
    }

    @Test
    @Tag("learning-locker-44")
    void refusesAnObjectWhenAClientIsMade() {
        Said said = LOCKER.managing("POST", "/v2/client").json("{\"authority\":" + CREW + "}").said();

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().at("/errors/authority/name").asText()).isEqualTo("CastError");
    }

    @Test
    @Tag("learning-locker-4")
    void ignoresAnObjectInAChangeAndTakesTheRest() {
        JsonNode made = LOCKER.made("{\"title\":\"before\",\"authority\":" + Ask.quoted(CREW) + "}");
        for (String method : new String[] {"PATCH", "PUT", "POST"}) {
            Said said = LOCKER.managing(method, "/v2/client/" + made.path("_id").asText())
                    .json("{\"title\":\"" + method + "\",\"authority\":{\"mbox\":\"mailto:other@example.org\"}}").said();
            assertThat(said.status()).isEqualTo(200);
            assertThat(said.json().path("title").asText()).isEqualTo(method);
            assertThat(said.json().path("authority")).isEqualTo(Said.read(CREW));
        }
    }

    @Test
    @Tag("learning-locker-45")
    void refusesATextThatIsNoJsonInTheWordsOfItsParser() {
        assertThat(post("oops").json().at("/errors/authority/message").asText()).isEqualTo("Unexpected token o in JSON at position 0");
        assertThat(post("not").json().at("/errors/authority/message").asText()).isEqualTo("Unexpected token o in JSON at position 1");
    }

    @Test
    @Tag("learning-locker-46")
    void refusesNothingInEveryForm() {
        for (String none : new String[] {"", "null", "[]", "{}"}) {
            assertThat(post(none).status()).as(none).isEqualTo(400);
        }
        JsonNode made = LOCKER.made("{}");
        assertThat(patch(made, "{\"authority\":null}").status()).isEqualTo(400);
        assertThat(patch(made, "{\"authority\":\"{}\"}").status()).isEqualTo(400);
        assertThat(patch(made, "{\"authority\":{}}").status()).isEqualTo(200);
        assertThat(LOCKER.shown(made.path("_id").asText())).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mbox\":\"mailto:a+b@example.org\"}", "{\"mbox\":\"MAILTO:o'brien@example.org\"}", "{\"mbox_sha1sum\":\"abcde\"}",
        "{\"mbox_sha1sum\":\"ABCDEF0123\"}", "{\"openid\":\"a:b\"}", "{\"account\":{\"homePage\":\"urn:x\",\"name\":\"\"}}", "{\"name\":\"\",\"openid\":\"a:b\"}",
        "{\"objectType\":\"Group\",\"member\":[{\"openid\":\"a:b\"},{\"objectType\":\"Agent\",\"mbox\":\"mailto:a@example.org\"}]}"})
    @Tag("learning-locker-47")
    @Tag("learning-locker-48")
    @Tag("learning-locker-49")
    @Tag("learning-locker-50")
    @Tag("learning-locker-52")
    void takesAgentsAndGroupsOfTwo(String authority) {
        Said said = post(authority);
        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().path("authority")).isEqualTo(Said.read(authority));
        LOCKER.managing("DELETE", "/v2/client/" + said.json().path("_id").asText()).said();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"mbox_sha1sum\":\"abcd\"}", "{\"mbox_sha1sum\":\"abcdefgh\"}", "{\"mbox\":\"mailto:a@localhost\"}", "{\"mbox\":\"mailto:a@ex_ample.org\"}", "{\"mbox\":\"mailto:á@example.org\"}",
        "{\"mbox\":\"mailto:a#b@example.org\"}", "{\"mbox\":\"mailto:a@example.org?subject=x\"}", "{\"openid\":\"foo\"}", "{\"account\":{\"homePage\":\"urn:x\"}}",
        "{\"account\":{\"homePage\":\"urn:x\",\"name\":\"n\",\"id\":1}}", "{\"openid\":\"a:b\",\"name\":null}", "{\"openid\":\"a:b\",\"name\":7}",
        "{\"openid\":\"a:b\",\"homePage\":\"urn:x\"}", "{\"openid\":\"a:b\",\"objectType\":\"Person\"}", "{\"name\":\"Nobody\"}",
        "{\"openid\":\"a:b\",\"mbox\":\"mailto:a@example.org\"}", "{\"openid\":\"a:b\",\"mbox\":null}",
        "{\"objectType\":\"Group\",\"member\":[{\"openid\":\"a:b\"}]}"})
    @Tag("learning-locker-13")
    @Tag("learning-locker-47")
    @Tag("learning-locker-48")
    @Tag("learning-locker-49")
    @Tag("learning-locker-50")
    @Tag("learning-locker-51")
    void refusesOtherAuthorities(String authority) {
        Said said = post(authority);
        assertThat(said.status()).isEqualTo(400);
        assertThat(said.json().at("/errors/authority/message").asText()).isEqualTo("Authority is invalid");
    }

    @Test
    @Tag("learning-locker-53")
    void takesAnotherOrderOfMembersForAChange() {
        JsonNode made = LOCKER.made("{\"authority\":" + Ask.quoted("{\"name\":\"Crew\",\"openid\":\"a:b\"}") + "}");

        assertThat(patch(made, "{\"authority\":" + Ask.quoted("{\"name\":\"Crew\",\"openid\":\"a:b\"}") + "}").json()).isEqualTo(made);
        JsonNode moved = patch(made, "{\"authority\":" + Ask.quoted("{\"openid\":\"a:b\",\"name\":\"Crew\"}") + "}").json();
        assertThat(moved.path("authority")).isEqualTo(made.path("authority"));
        assertThat(moved.path("updatedAt").asText()).isGreaterThan(made.path("updatedAt").asText());
    }
}
