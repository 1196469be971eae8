package dev.accolade.contract.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    @Test
    @Tag("badgr-29")
    void takesAUserNameInAnyCase() {
        Got login = badgr.token("grant_type", "password", "username", badgr.email("robot").toUpperCase(Locale.ROOT), "password", badgr.password(),
                "client_id", "public", "scope", "rw:issuer");
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.json().path("scope").asText()).isEqualTo("rw:issuer");
    }

    @Test
    @Tag("badgr-30")
    void givesLittleScopeWhereNoneIsAskedForAndAllWhereNothingIsSaid() {
        assertThat(badgr.token("grant_type", "password", "username", badgr.email("robot"), "password", badgr.password(), "client_id", "public").json()
                .path("scope").asText()).isEqualTo("r:profile");
        assertThat(badgr.token("username", badgr.email("robot"), "password", badgr.password()).json().path("scope").asText()).isEqualTo(BadgrUnderTest.ALL);
    }

    @Test
    @Tag("badgr-31")
    void readsNoJsonWhereTokensAreGiven() {
        Got refused = badgr.send(badgr.bare("/o/token").header("Content-Type", "application/json").header("X-Forwarded-For", badgr.address())
                .POST(BodyPublishers.ofString("{\"grant_type\": \"password\", \"username\": \"robot@example.org\", \"password\": \"x\"}")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    @Tag("badgr-32")
    void refusesAQueryWhereTokensAreGiven() {
        Got refused = badgr.form("/o/token?x=1", "grant_type", "password", "username", "q@example.org", "password", "x", "client_id", "public");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).isEqualTo("text/html");
        assertThat(refused.json().path("error").asText()).contains("query parameters");
    }

    @Test
    @Tag("badgr-33")
    void tellsAWrongPasswordWithStatus400AndWithoutEnvelope() {
        Got refused = badgr.token("grant_type", "password", "username", "nobody-33@example.org", "password", "wrong", "client_id", "public");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.type()).isEqualTo("application/json");
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(refused.json().has("error_description")).isTrue();
        assertThat(refused.json().has("status")).isFalse();
    }

    @Test
    @Tag("badgr-34")
    void labelsSomeOfItsRefusalsAsHtml() {
        Got client = badgr.token("grant_type", "password", "username", "a-34@example.org", "password", "x", "client_id", "stranger");
        assertThat(client.type()).isEqualTo("text/html");
        assertThat(client.json().path("error").asText()).isEqualTo("invalid client_id");
        Got scope = badgr.token("grant_type", "password", "username", "b-34@example.org", "password", "x", "client_id", "public", "scope", "rw:serverAdmin");
        assertThat(scope.json().path("error").asText()).isEqualTo("invalid scope requested");
        Got grant = badgr.token("grant_type", "banana", "username", "c-34@example.org", "password", "x", "client_id", "public");
        assertThat(grant.type()).isEqualTo("application/json");
        assertThat(grant.json().path("error").asText()).isEqualTo("unsupported_grant_type");
    }

    @Test
    @Tag("badgr-36")
    void givesAnApplicationWithASecretATokenWithoutRefresh() {
        Got service = badgr.token("grant_type", "client_credentials", "scope", "rw:issuer", "client_id", "service", "client_secret", badgr.secret());
        assertThat(service.status()).isEqualTo(200);
        assertThat(service.json().has("refresh_token")).isFalse();
        assertThat(badgr.send(badgr.as(service.json().path("access_token").asText(), "/v2/issuers")).status()).isEqualTo(200);
    }

    @Test
    @Tag("badgr-37")
    void givesAnApplicationWithoutItsSecretATokenOfNobody() {
        Got nobody = badgr.token("grant_type", "client_credentials", "scope", "rw:issuer", "client_id", "service");
        assertThat(nobody.status()).isEqualTo(200);
        assertThat(badgr.send(badgr.as(nobody.json().path("access_token").asText(), "/v2/issuers")).status()).isEqualTo(500);
    }

    @Test
    @Tag("badgr-40")
    void givesNoTokenForAGet() {
        Got refused = badgr.send(badgr.bare("/o/token"));
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow").split(", ")).containsExactlyInAnyOrder("OPTIONS", "POST");
    }
}
