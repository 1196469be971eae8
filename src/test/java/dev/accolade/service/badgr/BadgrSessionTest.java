package dev.accolade.service.badgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BadgrSessionTest {

    private final BadgrFixture fixture = new BadgrFixture();
    private final BadgrClient client = fixture.client();

    @AfterEach
    void stop() throws Exception {
        fixture.close();
    }

    @Test
    void logsInOnceForManyCalls() {
        IntStream.range(0, 20).parallel().forEach(i -> client.issuers());
        assertThat(grants()).containsExactly("password");
        assertThat(fixture.logins().get(0).form()).containsEntry("scope", List.of("rw:profile rw:issuer rw:backpack")).containsEntry("client_id", List.of("public"));
    }

    @Test
    void renewsBeforeTheTokenEnds() {
        client.issuers();
        fixture.clock.pass(Duration.ofSeconds(86_400 - 600));
        client.issuers();
        client.issuers();
        assertThat(grants()).containsExactly("password", "refresh_token");
    }

    @Test
    void usesEachRefreshTokenOnce() {
        client.issuers();
        for (int day = 0; day < 3; day++) {
            fixture.clock.pass(Duration.ofDays(1));
            client.issuers();
        }
        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token", "refresh_token");
        assertThat(fixture.logins().stream().skip(1).map(call -> call.form().get("refresh_token"))).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWhenTheTokenIsRevokedInMidRun() {
        client.issuers();
        refuseTokenOnce();
        assertThat(client.issue(IssueRequest.of(BadgrFixture.PACKAGER, "ann@example.org")).revoked()).isFalse();
        assertThat(grants()).containsExactly("password", "refresh_token");
        assertThat(client.assertionsByRecipient(BadgrFixture.PACKAGER, "ann@example.org")).hasSize(1);
    }

    @Test
    void fallsBackToThePasswordWhenTheRefreshTokenIsRefused() {
        client.issuers();
        fixture.clock.pass(Duration.ofDays(1));
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(400)
                .withBody("{\"error\": \"invalid_grant\"}").onPath("/o/token").times(1));
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "password");
    }

    @Test
    void fallsBackToThePasswordWhenTheAnswerToARefreshWasLost() {
        client.issuers();
        fixture.clock.pass(Duration.ofDays(1));
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.RESET_AFTER).onPath("/o/token").times(1));
        ServiceException lost = failure();
        assertThat(lost.effect()).isEqualTo(Effect.NONE);
        assertThat(lost.turn()).isEqualTo(Turn.LATER);
        fixture.clock.pass(Duration.ofSeconds(2));
        assertThat(client.issuers()).hasSize(2);
        assertThat(grants()).containsExactly("password", "refresh_token", "refresh_token", "password");
    }

    @Test
    void stopsAskingAfterAWrongPassword() {
        fixture.configuration.setPassword("wrong-horse");
        ServiceException refused = failure();
        assertThat(refused.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(refused).hasMessageContaining("badges: HTTP 400 on POST /o/token (user name or password").hasMessageNotContaining("horse")
                .hasMessageNotContaining("robot@");
        assertThat(refused.retryAfter()).contains(Duration.ofHours(1));
        ServiceException early = failure();
        assertThat(early).hasMessageContaining("not asked to log in again before 2026-03-01T10:30:00Z");
        assertThat(early.effect()).isEqualTo(Effect.NONE);
        fixture.clock.pass(Duration.ofMinutes(59));
        failure();
        assertThat(fixture.logins()).hasSize(1);
        fixture.clock.pass(Duration.ofMinutes(1));
        failure();
        assertThat(fixture.logins()).hasSize(2);
    }

    @Test
    void logsInAgainOnceThePasswordIsRightAndTheTimeIsOver() {
        fixture.configuration.setPassword("wrong-horse");
        failure();
        fixture.configuration.setPassword(BadgrFixture.PASSWORD);
        fixture.clock.pass(Duration.ofHours(1));
        assertThat(client.issuers()).hasSize(2);
    }

    @Test
    void obeysTheBackOffThatAnotherProgramCaused() {
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(429)
                .withBody("{\"error\": \"login attempts throttled\", \"expires\": 64}").onPath("/o/token").times(1));
        ServiceException refused = failure();
        assertThat(refused.turn()).isEqualTo(Turn.LATER);
        assertThat(refused.retryAfter()).contains(Duration.ofSeconds(64));
        fixture.clock.pass(Duration.ofSeconds(63));
        assertThat(failure()).hasMessageContaining("not asked to log in again");
        fixture.clock.pass(Duration.ofSeconds(1));
        assertThat(client.issuers()).hasSize(2);
    }

    @Test
    void givesUpAfterOneRepetitionWith401() {
        client.issuers();
        fixture.badgr.instead(call -> call.path().startsWith("/v2/") ? Optional.of(Answer.json(401, Map.of())) : Optional.empty());
        ServiceException refused = failure();
        assertThat(refused.turn()).isEqualTo(Turn.OPERATOR);
        assertThat(fixture.badgr.calls("GET", "/v2/issuers")).hasSize(3);
    }

    private void refuseTokenOnce() {
        fixture.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(401).withBody("{}").onPath("/v2/").times(1));
    }

    private List<String> grants() {
        return fixture.logins().stream().map(call -> call.form().get("grant_type").get(0)).toList();
    }

    private ServiceException failure() {
        return catchThrowableOfType(ServiceException.class, client::issuers);
    }
}
