package dev.accolade.contract.badgr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.contract.badgr.BadgrUnderTest.Got;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokenContractTest {

    @RegisterExtension
    static final BadgrUnderTest badgr = new BadgrUnderTest();

    private static String refreshOf(Got login) {
        return login.json().path("refresh_token").asText();
    }

    private static Got refresh(String token, String... scope) {
        return scope.length == 0 ? badgr.token("grant_type", "refresh_token", "client_id", "public", "refresh_token", token)
                : badgr.token("grant_type", "refresh_token", "client_id", "public", "refresh_token", token, "scope", scope[0]);
    }

    private static int withToken(Got login) {
        return badgr.send(badgr.as(login.json().path("access_token").asText(), "/v2/badgeclasses/unknown")).status();
    }

    @Test
    @Tag("badgr-4")
    void replacesBothTokensAtEachRefresh() {
        Got login = badgr.logIn("robot", BadgrUnderTest.ALL);
        assertThat(login.json().path("expires_in").asInt()).isEqualTo(86_400);
        assertThat(login.json().path("token_type").asText()).isEqualTo("Bearer");
        Got next = refresh(refreshOf(login));
        assertThat(next.status()).isEqualTo(200);
        assertThat(refreshOf(next)).isNotEqualTo(refreshOf(login));
        assertThat(withToken(login)).isEqualTo(401);
        assertThat(withToken(next)).isEqualTo(404);
    }

    @Test
    @Tag("badgr-35")
    void narrowsAScopeForGoodAtARefresh() {
        Got narrow = refresh(refreshOf(badgr.logIn("robot", BadgrUnderTest.ALL)), "rw:issuer");
        assertThat(narrow.json().path("scope").asText()).isEqualTo("rw:issuer");
        Got wide = refresh(refreshOf(narrow), BadgrUnderTest.ALL);
        assertThat(wide.status()).isEqualTo(400);
        assertThat(wide.json().path("error").asText()).isEqualTo("invalid_scope");
        assertThat(refresh(refreshOf(narrow)).json().path("scope").asText()).isEqualTo("rw:issuer");
    }

    @Test
    @Tag("badgr-38")
    void givesUpBothTokensByTheRefreshTokenAlone() {
        Got whole = badgr.logIn("robot", "rw:issuer");
        Got given = badgr.form("/o/revoke_token/", "token", refreshOf(whole), "client_id", "public");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.body()).isEmpty();
        assertThat(withToken(whole)).isEqualTo(401);
        assertThat(refresh(refreshOf(whole)).json().path("error").asText()).isEqualTo("invalid_grant");
        Got half = badgr.logIn("robot", "rw:issuer");
        badgr.form("/o/revoke_token/", "token", half.json().path("access_token").asText(), "client_id", "public");
        assertThat(withToken(half)).isEqualTo(401);
        assertThat(refresh(refreshOf(half)).status()).isEqualTo(500);
        assertThat(badgr.form("/o/revoke_token/", "token", "garbage").status()).isEqualTo(200);
        assertThat(badgr.form("/o/revoke_token", "token", "garbage").status()).isEqualTo(301);
    }

    @Test
    @Tag("badgr-5")
    @Tag("badgr-39")
    void blocksAUserNameAfterAFailureAndTellsTheWholeLength() {
        badgr.token("grant_type", "password", "username", badgr.email("clumsy"), "password", "wrong", "client_id", "public");
        for (int i = 0; i < 2; i++) {
            Got blocked = badgr.logIn("clumsy", BadgrUnderTest.ALL);
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.type()).isEqualTo("text/html");
            assertThat(blocked.json().path("error").asText()).isEqualTo("login attempts throttled");
            assertThat(blocked.json().path("expires").asInt()).isEqualTo(2);
            assertThat(blocked.header("Retry-After")).isEmpty();
        }
    }

    @Test
    @Tag("badgr-41")
    void listsTheOwnTokensWithoutTheirText() {
        Got listed = badgr.get("earner", "/v2/auth/tokens");
        assertThat(listed.first().path("entityType").asText()).isEqualTo("AccessToken");
        assertThat(listed.first().path("application").path("clientId").asText()).isEqualTo("public");
        assertThat(listed.first().path("scope").asText()).isEqualTo(BadgrUnderTest.ALL);
        assertThat(listed.body()).doesNotContain(badgr.token("earner"));
    }
}
