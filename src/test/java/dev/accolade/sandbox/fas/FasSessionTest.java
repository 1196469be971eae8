package dev.accolade.sandbox.fas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FasSessionTest {

    private FasVisitor fas;

    @BeforeEach
    void start() throws IOException {
        fas = new FasVisitor();
    }

    @AfterEach
    void stop() {
        fas.close();
    }

    private String aliceSession() {
        return FasVisitor.session(fas.response("alice", "login"));
    }

    @Test
    void refusesWith403AndAJsonEnvelopeAndStillSetsASession() {
        HttpResponse<String> refusal = fas.post("json/user_id", null);

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(FasVisitor.json(refusal).path("logging_in").asBoolean()).isTrue();
        assertThat(FasVisitor.json(refusal).path("previous_url").asText()).isEqualTo("/json/user_id");
        assertThat(FasVisitor.session(refusal)).matches("[0-9a-f]{40}");
    }

    @Test
    void logsInOnAnyPage() {
        assertThat(fas.as("alice", "json/user_id").path("people").path("100003").asText()).isEqualTo("bob");
    }

    @Test
    void knowsTheTokenOfFortyAs() {
        assertThat(Visits.token("a".repeat(40))).isEqualTo("a56559418dc7908ce5f0b24b05c78e055cb863dc");
    }

    @Test
    void treatsACookieWithoutItsTokenAsAnonymous() {
        String session = aliceSession();

        assertThat(fas.post("home", session).statusCode()).isEqualTo(403);
        assertThat(fas.post("home", session, "_csrf_token", "0".repeat(40)).statusCode()).isEqualTo(403);
        assertThat(fas.post("home", session, "_csrf_token", Visits.token(session)).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAWrongPasswordFallThroughToAValidSession() {
        String session = aliceSession();

        HttpResponse<String> home = fas.post("home", session, "_csrf_token", Visits.token(session), "user_name", "bob", "password", "wrong",
                "login", "Login");

        assertThat(FasVisitor.json(home).path("person").path("username").asText()).isEqualTo("alice");
    }

    @Test
    void extendsASessionWithEachUse() {
        String session = aliceSession();
        for (int i = 0; i < 3; i++) {
            fas.time.pass(Duration.ofMinutes(19));
            assertThat(FasVisitor.session(fas.post("home", session, "_csrf_token", Visits.token(session)))).isEqualTo(session);
        }
    }

    @Test
    void replacesASessionThatWasIdleForTwentyMinutes() {
        String session = aliceSession();
        fas.time.pass(Duration.ofMinutes(20));

        HttpResponse<String> refusal = fas.post("home", session, "_csrf_token", Visits.token(session));

        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(FasVisitor.session(refusal)).isNotEqualTo(session);
    }

    @Test
    void logsOutEvenWithoutAToken() {
        String session = aliceSession();

        assertThat(fas.post("logout", session).body()).isEqualTo("{}");
        assertThat(fas.post("home", session, "_csrf_token", Visits.token(session)).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAnInactiveAccountWithTheRightPassword() {
        assertThat(fas.response("ivan", "home").statusCode()).isEqualTo(403);
    }

    @Test
    void canBeToldToSetNoCookieAndToForgetAllSessions() {
        String session = aliceSession();
        fas.control("POST", "/settings", "{\"noCookie\": true}");
        HttpResponse<String> home = fas.post("home", session, "_csrf_token", Visits.token(session));
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.headers().firstValue("set-cookie")).isEmpty();

        fas.control("POST", "/settings", "{\"expireSessions\": true}");
        assertThat(fas.post("home", session, "_csrf_token", Visits.token(session)).statusCode()).isEqualTo(403);
    }
}
