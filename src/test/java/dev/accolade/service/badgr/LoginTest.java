package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private final BadgrFixture fixture = new BadgrFixture();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    private List<String> grants() {
        return fixture.logins().stream().map(call -> call.form().get("grant_type").get(0)).toList();
    }

    private String[] tokens() throws Exception {
        String body = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(fixture.sandbox.base("badgr") + "/o/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=password&client_id=public&scope=rw:issuer&username=robot@example.org&password=" + BadgrFixture.PASSWORD)).build(),
                BodyHandlers.ofString()).body();
        return new String[] {new ObjectMapper().readTree(body).path("access_token").asText(), new ObjectMapper().readTree(body).path("refresh_token").asText()};
    }

    private BadgrClient withTokens(String token, String refreshToken) {
        fixture.configuration.setUsername(null);
        fixture.configuration.setPassword(null);
        fixture.configuration.setToken(token);
        fixture.configuration.setRefreshToken(refreshToken);
        fixture.configuration.check();
        return fixture.client();
    }

    @Test
    void beginsWithATokenThatIsGivenAndRefreshesItOnceRefused() throws Exception {
        String[] given = tokens();
        BadgrClient client = withTokens(given[0], given[1]);
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password");
        fixture.clock.pass(Duration.ofDays(2));
        assertThat(client.issuers()).hasSize(2);
        fixture.clock.pass(Duration.ofDays(2));
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token");
    }

    @Test
    void beginsWithARefreshTokenAlone() throws Exception {
        assertThat(withTokens(null, tokens()[1]).issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "refresh_token");
    }

    @Test
    void saysThatNothingIsLeftToLogInWith() throws Exception {
        BadgrClient client = withTokens("garbage", "garbage");
        ServiceException refused = catchThrowableOfType(ServiceException.class, client::issuers);
        assertThat(refused.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(refused).hasMessageContaining("refresh token").hasMessageNotContaining("garbage");
        fixture.clock.pass(Duration.ofHours(1));
        ServiceException again = catchThrowableOfType(ServiceException.class, client::issuers);
        assertThat(again).hasMessageContaining("nothing to get another");
        assertThat(grants()).containsExactly("refresh_token");
    }

    @Test
    void waitsWhereARefreshIsBlockedInsteadOfLoggingIn() {
        BadgrClient client = fixture.client();
        client.issuers();
        fixture.clock.pass(Duration.ofDays(1));
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(429).withBody("{\"expires\": 8}").onPath("/o/token").times(1));
        assertThat(catchThrowableOfType(ServiceException.class, client::issuers).retryAfter()).contains(Duration.ofSeconds(8));
        fixture.clock.pass(Duration.ofSeconds(8));
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "refresh_token");
    }

    @Test
    void logsInAndRefreshesWhenAsked() {
        assertThat(fixture.template.requestBody("badgr:authenticate?connection=badges", null, Login.class).renewable()).isTrue();
        assertThat(grants()).containsExactly("password");
        fixture.template.requestBody("badgr:refresh?connection=badges", null, Login.class);
        fixture.template.requestBody("badgr:authenticate?connection=badges", null, Login.class);
        assertThat(grants()).containsExactly("password", "refresh_token", "password");
        assertThat(fixture.client().issuers()).hasSize(2);
        assertThat(grants()).hasSize(3);
    }

    @Test
    void listsAndRevokesTokens() {
        List<?> tokens = fixture.template.requestBody("badgr:fetchTokens?connection=badges", null, List.class);
        AccessToken own = (AccessToken) tokens.get(0);
        assertThat(own.application()).isEqualTo("public");
        assertThat(own.expires()).isEqualTo(fixture.clock.instant().plusSeconds(86_400));
        fixture.template.requestBodyAndHeader("badgr:revokeToken?connection=badges", null, BadgrConstants.TOKEN, own.entityId());
        assertThat(fixture.client().issuers()).hasSize(2);
    }

    @Test
    void givesUpItsOwnTokensAndLogsInForTheNextCall() {
        BadgrClient client = fixture.client();
        client.issuers();
        fixture.template.requestBody("badgr:revokeToken?connection=badges", (Object) null);
        assertThat(fixture.badgr.calls("POST", "/o/revoke_token/").get(0).form().get("token").get(0)).hasSize(30);
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "password");
    }

    @Test
    void usesClientCredentialsWithoutAUserName() throws Exception {
        fixture.badgr.load(new ObjectMapper().readTree("""
                {"users": [{"email": "service@example.org"}],
                 "applications": [{"client_id": "service", "type": "confidential", "secret": "s3cret", "grant": "client_credentials",
                                   "scopes": ["rw:issuer"], "user": "service@example.org"}],
                 "issuers": [{"name": "Own", "createdBy": "service@example.org"}]}
                """));
        fixture.configuration.setUsername(null);
        fixture.configuration.setPassword(null);
        fixture.configuration.setClientId("service");
        fixture.configuration.setClientSecret("s3cret");
        fixture.configuration.setScope("rw:issuer");
        fixture.configuration.check();
        assertThat(fixture.client().issuers()).extracting(Issuer::name).containsExactly("Own");
        fixture.clock.pass(Duration.ofDays(1));
        assertThat(fixture.client().issuers()).hasSize(1);
        assertThat(grants()).containsExactly("client_credentials", "client_credentials");
    }
}
