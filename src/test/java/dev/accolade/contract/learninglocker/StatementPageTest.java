package dev.accolade.contract.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementPageTest {

    @RegisterExtension
    static final Installation LOCKER = new Installation();

    @Test
    @Tag("learning-locker-108")
    void pagesNewestFirstByItsMoreLink() {
        JsonNode client = LOCKER.madeIn("[\"statements/write\",\"statements/read/mine\"]");
        String first = Statements.stored(LOCKER, client);
        String second = Statements.stored(LOCKER, client);
        JsonNode page = LOCKER.xapi("GET", "/statements?limit=1").by(client).said().json();
        String more = page.path("more").asText();
        JsonNode next = LOCKER.xapi("GET", more.substring(more.indexOf("/statements"))).by(client).said().json();

        assertThat(page.path("statements").get(0).path("id").asText()).isEqualTo(second);
        assertThat(next.path("statements").get(0).path("id").asText()).isEqualTo(first);
        assertThat(next.path("more").asText()).isEmpty();
        assertThat(LOCKER.xapi("GET", "/statements?limit=0").by(client).said().json().path("statements")).hasSize(2);
    }

    @Test
    @Tag("learning-locker-108")
    void givesAHundredToAPageWhenNoSizeIsAsked() {
        JsonNode client = LOCKER.madeIn("[\"statements/write\",\"statements/read/mine\"]");
        String batch = "[" + (Statements.plain() + ",").repeat(100) + Statements.plain() + "]";
        assertThat(LOCKER.xapi("POST", "/statements").by(client).json(batch).said().json()).hasSize(101);
        JsonNode page = LOCKER.xapi("GET", "/statements").by(client).said().json();

        assertThat(page.path("statements")).hasSize(100);
        assertThat(page.path("more").asText()).contains("/statements?");
    }

    @Test
    @Tag("learning-locker-111")
    void raisesTheCountOfTheStore() {
        JsonNode store = LOCKER.managing("POST", "/v2/lrs").json("{\"title\":\"Counting\"}").said().json();
        String path = "/v2/lrs/" + store.path("_id").asText();
        JsonNode client = LOCKER.made("{\"scopes\":[\"xapi/all\"],\"lrs_id\":\"" + store.path("_id").asText() + "\"}");
        Statements.stored(LOCKER, client);

        assertThat(LOCKER.managing("GET", path).said().json().path("statementCount").intValue()).isEqualTo(1);
        LOCKER.managing("DELETE", path).said();
    }

    @Test
    @Tag("learning-locker-113")
    void takesATokenThatTheApiGaveForKeyAndSecret() {
        JsonNode client = LOCKER.madeIn("[\"xapi/all\"]");
        String key = client.at("/api/basic_key").asText();
        String secret = client.at("/api/basic_secret").asText();
        String form = "grant_type=client_credentials&client_id=" + key + "&client_secret=" + secret;
        Said said = LOCKER.api("POST", "/oauth2/token").header("Content-Type", "application/x-www-form-urlencoded").text(form).said();
        Said json = LOCKER.api("POST", "/oauth2/token")
                .json("{\"grant_type\":\"client_credentials\",\"client_id\":\"" + key + "\",\"client_secret\":\"" + secret + "\"}").said();

        assertThat(said.status()).isEqualTo(200);
        assertThat(json.status()).isEqualTo(200);
        assertThat(said.json().path("token_type").asText()).isEqualTo("bearer");
        assertThat(said.json().path("expires_in").intValue()).isEqualTo(3600);
        assertThat(LOCKER.xapi("GET", "/statements").header("Authorization", "Bearer " + said.json().path("access_token").asText()).said().status()).isEqualTo(200);
    }

    @Test
    @Tag("learning-locker-28")
    void doesNotTakeThatTokenAtTheApi() {
        String body = "{\"grant_type\":\"client_credentials\",\"client_id\":\"" + LOCKER.named("key") + "\",\"client_secret\":\"" + LOCKER.named("secret") + "\"}";
        String token = LOCKER.api("POST", "/oauth2/token").json(body).said().json().path("access_token").asText();

        assertThat(token).hasSize(36);
        assertThat(LOCKER.api("GET", "/v2/client").header("Authorization", "Bearer " + token).said().status()).isEqualTo(401);
    }

    @Test
    @Tag("learning-locker-116")
    void saysWhatIsWrongWithARequestForAToken() {
        assertThat(error("{}")).isEqualTo("invalid_request");
        assertThat(error("{\"grant_type\":\"password\",\"client_id\":\"a\",\"client_secret\":\"b\"}")).isEqualTo("unsupported_grant_type");
        assertThat(error("{\"grant_type\":\"client_credentials\",\"client_id\":\"a\",\"client_secret\":\"b\"}")).isEqualTo("invalid_client");
    }

    private static String error(String body) {
        Said said = LOCKER.api("POST", "/oauth2/token").json(body).said();
        assertThat(said.status()).isEqualTo(400);
        return said.json().path("error").asText();
    }
}
