package dev.accolade.sandbox.badgr;

import static dev.accolade.sandbox.badgr.BadgrServer.PASSWORD;
import static dev.accolade.sandbox.badgr.BadgrServer.SCOPES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.badgr.BadgrServer.Got;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String ROBOT = "robot@example.org";

    private final BadgrServer badgr = new BadgrServer();

    @AfterEach
    void stop() {
        badgr.close();
    }

    @Test
    void refreshEndsTheOldPairAtOnce() {
        Got old = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        Got fresh = badgr.refresh(old.body().path("refresh_token").asText());

        assertThat(badgr.get(old.body().path("access_token").asText(), "/v2/issuers").status()).isEqualTo(401);
        assertThat(badgr.get(fresh.body().path("access_token").asText(), "/v2/issuers").status()).isEqualTo(200);
        Got again = badgr.refresh(old.body().path("refresh_token").asText());
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).isEqualTo(BadgrServer.json("{\"error\": \"invalid_grant\"}"));
    }

    @Test
    void refreshTokenOutlivesItsAccessToken() {
        Got old = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        badgr.clock.advance(Duration.ofDays(30));

        assertThat(badgr.get(old.body().path("access_token").asText(), "/v2/issuers").status()).isEqualTo(401);
        assertThat(badgr.refresh(old.body().path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void revokingTheAccessTokenAloneMakesItsRefreshTokenFatal() {
        Got old = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        badgr.form("/o/revoke_token/", "token", old.body().path("access_token").asText(), "client_id", "public");

        Got refreshed = badgr.refresh(old.body().path("refresh_token").asText());
        assertThat(refreshed.status()).isEqualTo(500);
        assertThat(refreshed.type()).isEqualTo("text/html");
    }

    @Test
    void aCallInTheSecondHalfOfItsLifeRenewsAToken() {
        String token = badgr.access(ROBOT);
        badgr.clock.advance(Duration.ofHours(13));
        assertThat(badgr.get(token, "/v2/issuers").status()).isEqualTo(200);
        badgr.clock.advance(Duration.ofHours(23));
        assertThat(badgr.get(token, "/v2/issuers").status()).isEqualTo(200);
    }

    @Test
    void aTokenDiesAfterADayWithoutSliding() {
        badgr.control("POST", "/settings", "{\"sliding\": false}");
        String token = badgr.access(ROBOT);
        badgr.clock.advance(Duration.ofHours(13));
        assertThat(badgr.get(token, "/v2/issuers").status()).isEqualTo(200);
        badgr.clock.advance(Duration.ofHours(11));
        Got late = badgr.get(token, "/v2/issuers");
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.raw().headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void failuresBlockAUserNameEverLongerAndSuccessForgivesThem() {
        assertThat(badgr.logIn(ROBOT, "wrong", SCOPES).status()).isEqualTo(400);
        Got blocked = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        assertThat(blocked.status()).isEqualTo(429);
        assertThat(blocked.type()).isEqualTo("text/html");
        assertThat(blocked.body().path("expires").asInt()).isEqualTo(2);

        badgr.clock.advance(Duration.ofSeconds(2));
        assertThat(badgr.logIn(ROBOT, "wrong", SCOPES).status()).isEqualTo(400);
        assertThat(badgr.logIn(ROBOT, PASSWORD, SCOPES).body().path("expires").asInt()).isEqualTo(4);

        badgr.clock.advance(Duration.ofSeconds(4));
        assertThat(badgr.logIn(ROBOT, PASSWORD, SCOPES).status()).isEqualTo(200);
        badgr.logIn(ROBOT, "wrong", SCOPES);
        assertThat(badgr.logIn(ROBOT, PASSWORD, SCOPES).body().path("expires").asInt()).isEqualTo(2);
    }

    @Test
    void failedRefreshBlocksEveryClientOfTheAddressButNoUserName() {
        Got mine = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        badgr.refresh("stale");

        assertThat(badgr.refresh(mine.body().path("refresh_token").asText()).status()).isEqualTo(429);
        assertThat(badgr.logIn(ROBOT, PASSWORD, SCOPES).status()).isEqualTo(200);
        badgr.clock.advance(Duration.ofSeconds(2));
        assertThat(badgr.refresh(mine.body().path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void backoffCanBeTurnedOff() {
        badgr.control("POST", "/settings", "{\"backoffMaximumSeconds\": 0}");
        badgr.logIn(ROBOT, "wrong", SCOPES);
        assertThat(badgr.logIn(ROBOT, PASSWORD, SCOPES).status()).isEqualTo(200);
    }

    @Test
    void clientCredentialsGiveNoRefreshTokenAndActAsTheirUser() {
        Got service = badgr.token("grant_type", "client_credentials", "client_id", "service", "client_secret", "s3cret", "scope", "rw:issuer");
        assertThat(service.body().has("refresh_token")).isFalse();
        assertThat(badgr.get(service.body().path("access_token").asText(), "/v2/issuers").body().path("result")).hasSize(1);
    }

    @Test
    void aClientThatLostItsSecretGetsATokenThatFailsEverywhere() {
        Got service = badgr.token("grant_type", "client_credentials", "client_id", "service", "scope", "rw:issuer");
        assertThat(service.status()).isEqualTo(200);
        Got used = badgr.get(service.body().path("access_token").asText(), "/v2/issuers");
        assertThat(used.status()).isEqualTo(500);
        assertThat(used.type()).isEqualTo("text/html");
    }

    @Test
    void wrongSecretInTheFormIsUnauthorized() {
        Got refused = badgr.token("grant_type", "client_credentials", "client_id", "service", "client_secret", "nope", "scope", "rw:issuer");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.raw().headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_client\"");
    }

    @Test
    void allTokensDieOnCommandAndRefreshingHelps() {
        Got old = badgr.logIn(ROBOT, PASSWORD, SCOPES);
        assertThat(badgr.control("POST", "/expire-tokens", "").status()).isEqualTo(204);
        assertThat(badgr.get(old.body().path("access_token").asText(), "/v2/issuers").status()).isEqualTo(401);
        assertThat(badgr.refresh(old.body().path("refresh_token").asText()).status()).isEqualTo(200);
    }

    @Test
    void listsOwnTokensAndRevokesOneByItsId() {
        String token = badgr.access(ROBOT);
        badgr.access("staff@example.org");
        Got listed = badgr.get(token, "/v2/auth/tokens");
        assertThat(listed.body().path("result")).hasSize(1);

        assertThat(badgr.call("DELETE", token, "/v2/auth/tokens/" + listed.first().path("entityId").asText(), "").status()).isEqualTo(204);
        assertThat(badgr.get(token, "/v2/auth/tokens").status()).isEqualTo(401);
    }
}
