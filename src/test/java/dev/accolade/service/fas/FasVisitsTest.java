package dev.accolade.service.fas;

import static dev.accolade.service.fas.FasConstants.PASSWORD;
import static dev.accolade.service.fas.FasConstants.PERSON_ID;
import static dev.accolade.service.fas.FasConstants.SESSION_ID;
import static dev.accolade.service.fas.FasConstants.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who ask with credentials of their own. */
class FasVisitsTest {

    private final Fedora fedora = new Fedora();

    @AfterEach
    void stop() {
        fedora.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void logsInAndHandsTheSessionToTheCaller() throws Exception {
        FasVisit visit = login();
        Map<String, Object> user = (Map<String, Object>) visit.data().get("user");

        assertThat(visit.sessionId().orElseThrow()).matches("[0-9a-f]{40}");
        assertThat(user).containsEntry("username", "priya").containsKey("groups");
        assertThat(visit.toString()).doesNotContain(visit.sessionId().get(), "priya");
    }

    @Test
    void asksUnderTheSessionAndGivesItBackWithTheData() throws Exception {
        String session = login().sessionId().orElseThrow();
        FasVisit info = fedora.ask("userInfo", SESSION_ID, session);
        FasVisit groups = fedora.ask("groupList", SESSION_ID, session);
        FasVisit kenji = fedora.ask("personById", SESSION_ID, session, PERSON_ID, 100031);
        FasVisit refreshed = fedora.ask("refreshSession", SESSION_ID, session);

        assertThat(List.of(info, groups, kenji, refreshed)).extracting(FasVisit::sessionId).containsOnly(Optional.of(session));
        assertThat(info.data()).containsEntry("username", "priya").containsKey("approved_memberships");
        assertThat((Map<?, ?>) groups.data().get("memberships")).isNotEmpty();
        assertThat(kenji.data()).containsEntry("username", "kenji").containsEntry("password", "*").containsEntry("ssh_key", null);
        assertThat(fedora.<Boolean>ask("verifySession", SESSION_ID, session)).isTrue();
    }

    @Test
    void endsASession() throws Exception {
        String session = login().sessionId().orElseThrow();
        assertThat(fedora.<Object>ask("logout", SESSION_ID, session)).isNull();

        assertThat(fedora.<Boolean>ask("verifySession", SESSION_ID, session)).isFalse();
        assertThatThrownBy(() -> fedora.ask("userInfo", SESSION_ID, session)).isInstanceOf(AuthException.class);
        assertThat(fedora.<FasVisit>ask("refreshSession", SESSION_ID, "c".repeat(40)).sessionId()).isNotEqualTo(Optional.of("c".repeat(40)));
    }

    @Test
    void verifiesPasswordsWithoutAnySession() throws Exception {
        assertThat(fedora.<Boolean>ask("verifyPassword", USERNAME, "priya", PASSWORD, "sandbox-priya")).isTrue();
        assertThat(fedora.<Boolean>ask("verifyPassword", USERNAME, "priya@example.org", PASSWORD, "sandbox-priya")).isTrue();
        assertThat(fedora.<Boolean>ask("verifyPassword", USERNAME, "priya", PASSWORD, "guess")).isFalse();
        assertThat(fedora.<Boolean>ask("verifyPassword", USERNAME, "priya", PASSWORD, "")).isFalse();
        assertThat(fedora.witness.calls).allMatch(call -> call.header("cookie").isEmpty());
    }

    @Test
    void takesCredentialsAsBodyAndSendsBasicOnesAsHeader() throws Exception {
        FasCredentials basic = FasCredentials.ofPassword("priya", "sandbox-priya").asBasic();
        FasVisit info = (FasVisit) Fedora.told(fedora.send("userInfo", basic));

        assertThat(info.data()).containsEntry("username", "priya");
        assertThat(fedora.witness.calls.get(0).header("authorization").orElse("")).startsWith("Basic ");
        assertThat(fedora.witness.calls.get(0).text()).isEqualTo("tg_format=json");
        assertThat(basic.toString()).doesNotContain("priya");
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "userInfo", "groupList", "verifyPassword", "userId"})
    void takesSecretsOutOfTheExchangeWhateverBecomesOfIt(String operation) {
        for (String password : List.of("sandbox-priya", "secret-guess")) {
            Exchange exchange = fedora.send(operation, null, USERNAME, "priya", "camelfaspassword", password);
            assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain(password);
            assertThat(String.valueOf(exchange.getException())).doesNotContain(password);
        }
    }

    @Test
    void neverFallsBackToTheConnectionsAccountWhenCredentialsAreMissing() throws Exception {
        for (String nothing : new String[] {null, "", " "}) {
            assertThatThrownBy(() -> fedora.ask("personById", SESSION_ID, nothing, PERSON_ID, 100031)).isInstanceOf(AuthException.class);
        }
        assertThatThrownBy(() -> fedora.ask("personById?asUser=true", PERSON_ID, 100031)).isInstanceOf(AuthException.class);
        assertThatThrownBy(() -> fedora.ask("userInfo", USERNAME, "priya")).isInstanceOfSatisfying(AuthException.class,
                failure -> assertThat(failure.turn()).isEqualTo(Turn.OPERATOR));
        assertThat(fedora.witness.calls).isEmpty();
    }

    @Test
    void refusesCredentialsThatFasCouldMixUpOrThatAreNone() {
        String session = "a".repeat(40);
        assertThatThrownBy(() -> fedora.ask("userInfo", SESSION_ID, session, USERNAME, "priya", PASSWORD, "sandbox-priya"))
                .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining(session);
        assertThatThrownBy(() -> fedora.ask("userInfo", SESSION_ID, session + "\r\nX: y")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fedora.ask("verifySession", USERNAME, "priya", PASSWORD, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fedora.ask("login", SESSION_ID, session)).isInstanceOf(IllegalArgumentException.class);
        assertThat(fedora.witness.calls).isEmpty();
    }

    @Test
    void callsAnUnknownPersonAnErrorAsThePythonClientDoes() throws Exception {
        String session = login().sessionId().orElseThrow();

        assertThatThrownBy(() -> fedora.ask("personById", SESSION_ID, session, PERSON_ID, 9)).isInstanceOfSatisfying(AppException.class,
                failure -> assertThat(failure.turn()).isEqualTo(Turn.NEVER));
    }

    private FasVisit login() throws Exception {
        return fedora.ask("login", USERNAME, "priya", PASSWORD, "sandbox-priya");
    }
}
