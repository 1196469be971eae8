package dev.accolade.sandbox.learninglocker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.SettableClock;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private static final String API = "/learning-locker/api";
    private static final String CLIENTS = API + "/v2/client";
    private static final String OWNER = "5fb900000000000000000202";
    private static final String OTHER = "5fb900000000000000000002";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Locker locker = new Locker(clock);

    @AfterEach
    void close() {
        locker.close();
    }

    @Test
    void givesAUserATokenThatManagesNothingYet() {
        String token = token("owner@example.org", "hunter22");

        assertThat(bearing(token, "GET", CLIENTS, "").status()).isEqualTo(403);
        assertThat(bearing(token, "GET", API + "/v2/organisation", "").body()).hasSize(2);
    }

    @Test
    void exchangesItForOneOfAnOrganisation() {
        Locker.Said said = organisation(token("owner@example.org", "hunter22"), Locker.ORG);

        assertThat(said.response().headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("refresh_token_organisation_" + Locker.ORG + "=").contains("HttpOnly", "SameSite=Strict", "Path=/api/auth/jwt/refresh"));
        assertThat(payload(said.text()).path("tokenType").asText()).isEqualTo("organisation");
        assertThat(payload(said.text()).path("exp").asLong() - payload(said.text()).path("iat").asLong()).isEqualTo(3600);
        assertThat(bearing(said.text(), "GET", CLIENTS, "").body()).hasSize(2);
        assertThat(locker.call("GET", CLIENTS + "?access_token=" + said.text(), "", "", "").status()).isEqualTo(200);
    }

    @Test
    void letsARoleThatManagesClientsReadStoresOnly() {
        String token = organisation(token("owner@example.org", "hunter22"), Locker.ORG).text();

        assertThat(bearing(token, "POST", CLIENTS, "{}").body().path("organisation").asText()).isEqualTo(Locker.ORG);
        assertThat(bearing(token, "GET", API + "/v2/lrs", "").status()).isEqualTo(200);
        assertThat(bearing(token, "POST", API + "/v2/lrs", "{}").status()).isEqualTo(403);
        assertThat(bearing(organisation(token("owner@example.org", "hunter22"), OTHER).text(), "GET", CLIENTS, "").status()).isEqualTo(403);
    }

    @Test
    void letsASiteAdministratorSeeAllAndBelongNowhere() {
        String token = token("admin@EXAMPLE.org", "hunter22");

        assertThat(bearing(token, "GET", CLIENTS, "").body()).hasSize(3);
        JsonNode made = bearing(token, "POST", CLIENTS, "{\"title\":\"nowhere\"}").body();
        assertThat(made.has("organisation")).isTrue();
        assertThat(made.path("organisation").isNull()).isTrue();
        assertThat(bearing(token, "POST", CLIENTS, "{\"organisation\":\"" + OTHER + "\"}").body().path("organisation").asText()).isEqualTo(OTHER);
        assertThat(bearing(organisation(token, OTHER).text(), "GET", CLIENTS, "").body()).hasSize(2);
    }

    @Test
    void locksAfterFiveWrongPasswordsForHalfAnHour() {
        for (int i = 0; i < 5; i++) {
            Locker.Said wrong = password("owner@example.org", "wrong");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.body()).isEqualTo(Locker.json("{\"success\":false,\"message\":\"Incorrect login details\"}"));
        }
        assertThat(password("owner@example.org", "hunter22").status()).isEqualTo(401);
        clock.pass(Duration.ofMinutes(29));
        assertThat(password("owner@example.org", "hunter22").status()).isEqualTo(401);
        clock.pass(Duration.ofMinutes(1));
        assertThat(password("owner@example.org", "hunter22").status()).isEqualTo(200);
    }

    @Test
    void endsATokenAfterAnHourAndRenewsItByItsCookieForAWeek() {
        Locker.Said entered = password("owner@example.org", "hunter22");
        String cookie = entered.response().headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        clock.pass(Duration.ofHours(1));
        assertThat(bearing(entered.text(), "GET", CLIENTS, "").status()).isEqualTo(401);
        Locker.Said renewed = refresh(cookie, "user", OWNER);
        assertThat(bearing(renewed.text(), "GET", CLIENTS, "").status()).isEqualTo(403);
        assertThat(refresh(cookie, "organisation", Locker.ORG).status()).isEqualTo(401);
        clock.pass(Duration.ofDays(7));
        assertThat(refresh(cookie, "user", OWNER).status()).isEqualTo(401);
    }

    @Test
    void takesBackATokenAtOnceWhenTheRoleChanges() {
        String token = organisation(token("owner@example.org", "hunter22"), Locker.ORG).text();
        locker.send("POST", "/sandbox/learning-locker/users", "{\"id\":\"" + OWNER + "\",\"email\":\"owner@example.org\",\"password\":\"hunter22\",\"organisations\":"
                + "[{\"organisation\":\"" + Locker.ORG + "\",\"scopes\":[]}]}");

        assertThat(bearing(token, "GET", CLIENTS, "").status()).isEqualTo(401);
    }

    @Test
    void refusesOrganisationsOfOthersAndTokensOfItsOwnMaking() {
        Locker.Said refused = organisation(token("owner@example.org", "hunter22"), "5fb900000000000000000009");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("User does not have access to this organisation.");
        String token = token("owner@example.org", "hunter22");
        for (String forged : new String[] {token.substring(0, token.length() - 2) + "xx", token.substring(3), "a.b.c", "", "..", token.replace(".", "..")}) {
            assertThat(bearing(forged, "GET", CLIENTS, "").status()).isEqualTo(401);
        }
    }

    private Locker.Said password(String email, String password) {
        return locker.call("POST", API + "/auth/jwt/password", "", email, password);
    }

    private String token(String email, String password) {
        return password(email, password).text();
    }

    private Locker.Said organisation(String token, String id) {
        return bearing(token, "POST", API + "/auth/jwt/organisation", "{\"organisation\":\"" + id + "\"}");
    }

    private Locker.Said refresh(String cookie, String type, String id) {
        HttpRequest.Builder request = locker.request("POST", API + "/auth/jwt/refresh", "{\"tokenType\":\"" + type + "\",\"id\":\"" + id + "\"}");
        return locker.said(request.header("Cookie", "other=1; " + cookie));
    }

    private Locker.Said bearing(String token, String method, String path, String body) {
        return locker.said(locker.request(method, path, body).header("Authorization", "Bearer " + token));
    }

    private static JsonNode payload(String token) {
        return Locker.json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
