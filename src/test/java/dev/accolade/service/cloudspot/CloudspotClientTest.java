package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Fault;
import dev.accolade.service.Connected;
import dev.accolade.service.Script;
import dev.accolade.service.http.Meaning;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudspotClientTest {

    private static final String TOKEN = "tok-an-1";
    private static final Credentials AN = new Credentials("An@example.org", "an-secret");
    private static final String COMPANIES = """
            {"token": "tok-an-1", "expires": 17, "permissions": [
             {"company_id": "c-1", "company_name": "Häfen BV", "permissions": ["use_app", "use_dashboard"], "extra": null}]}""";
    private static final CompanyPermissions HARBOUR = new CompanyPermissions("c-1", "Häfen BV", List.of("use_app", "use_dashboard"));

    private static final Optional<String> OF_AN = Optional.of(TOKEN);
    private static final Optional<String> NONE = Optional.empty();

    private final Script server = new Script();
    private Connected connected;
    private CloudspotClient client;

    @BeforeEach
    void start() {
        connected = new Connected(server, "academy", reply -> Meaning.byStatus(reply.status()));
        CloudspotConfiguration configuration = new CloudspotConfiguration();
        configuration.setApplicationId("app-7");
        client = new CloudspotClient(connected.wire, configuration);
    }

    @AfterEach
    void stop() {
        connected.close();
    }

    @Test
    void logsInWithTheNameInLowerCase() {
        server.says(201, COMPANIES);
        CloudspotLogin login = client.authenticate(AN, NONE);

        assertThat(login.token()).isEqualTo(TOKEN);
        assertThat(login.permissions()).containsExactly(HARBOUR);
        assertThat(server.calls.get(0).path()).isEqualTo("/auth/authenticate/");
        assertThat(server.calls.get(0).header("X-LICENSE-MODULE")).contains("app-7");
        assertThat(server.calls.get(0).json().orElseThrow().get("username").textValue()).isEqualTo("an@example.org");
    }

    @Test
    void readsPermissionsByCompanyUnderTheAccountsToken() {
        server.says(200, COMPANIES);

        assertThat(client.getPermissions(OF_AN)).containsExactly(HARBOUR);
        assertThat(server.calls.get(0).header("X-LICENSE-TOKEN")).contains(TOKEN);
        assertThat(server.calls.get(0).path()).isEqualTo("/auth/get-permissions/");
    }

    @Test
    void readsPermissionsForOneCompanyWhateverItsIdHolds() {
        server.says(200, "{\"permissions\": [\"use_app\"]}");

        assertThat(client.getCompanyPermissions(OF_AN, "a/b c")).containsExactly("use_app");
        assertThat(server.calls.get(0).path()).isEqualTo("/auth/get-company-permissions/a%2Fb%20c/");
    }

    @Test
    void knowsAnAccountWithoutAnyCompany() {
        server.says(200, "{\"permissions\": []}");

        assertThat(client.getPermissions(OF_AN)).isEmpty();
    }

    @Test
    void readsTheProfileWithoutThePin() {
        server.says(200, "{\"first_name\": \"An\", \"last_name\": null, \"email\": \"an@example.org\", \"pin\": \"1234\"}");

        assertThat(client.getUser(OF_AN)).isEqualTo(new CloudspotUser("An", "", "an@example.org", NONE));
    }

    @Test
    void tellsWhomAnImpersonationStandsFor() {
        server.says(200, "{\"token\": \"imp\", \"auth_token\": \"tok-an-1\", \"user\": \"an@example.org\", \"company\": \"c-1\"}");

        assertThat(client.validateImpersonation("imp")).isEqualTo(new CloudspotImpersonation(TOKEN, "an@example.org", "c-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"permissions\": null}", "{\"permissions\": \"use_app\"}", "{\"permissions\": {}}", "{\"permissions\": [null]}",
        "{\"permissions\": [1]}", "[]"})
    void neverTakesPermissionsThatWereNotToldForNone(String body) {
        server.says(200, body);

        assertThat(failure(() -> client.getPermissions(OF_AN)).turn()).isEqualTo(Turn.OURS);
        assertThat(failure(() -> client.getCompanyPermissions(OF_AN, "c-1")).turn()).isEqualTo(Turn.OURS);
        assertThat(failure(() -> client.authenticate(AN, NONE)).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void takesNoEmptyAnswerForNone() {
        server.answer = call -> Answer.empty(204);

        assertThat(failure(() -> client.getPermissions(OF_AN)).turn()).isEqualTo(Turn.OURS);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void tellsBadCredentialsInCloudspotsOwnWords(int status) {
        server.says(status, "{\"message\": \"No an@example.org with an-secret\", \"error_code\": \"NOT_AUTHORIZED\"}");

        assertThatThrownBy(() -> client.authenticate(AN, NONE)).isInstanceOf(BadCredentials.class).hasMessageContaining("NOT_AUTHORIZED")
                .hasMessageNotContaining("an@").hasMessageNotContaining("an-secret");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void tellsARefusedToken(int status) {
        server.says(status, "{\"message\": \"no\"}");

        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> client.getPermissions(OF_AN), () -> client.getUser(OF_AN),
                () -> client.getCompanyPermissions(OF_AN, "c-1"))) {
            NoValidToken refused = catchThrowableOfType(NoValidToken.class, call);
            assertThat(refused.turn()).isEqualTo(Turn.OPERATOR);
            assertThat(refused.status()).hasValue(status);
            assertThat(refused).hasMessageNotContaining(TOKEN);
        }
    }

    @Test
    void asksNothingWithoutAToken() {
        assertThatThrownBy(() -> client.getPermissions(NONE)).isInstanceOf(NoValidToken.class);
        assertThatThrownBy(() -> client.getUser(NONE)).isInstanceOf(NoValidToken.class);
        assertThat(server.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 502, 503})
    void takesARefusalByAProxyForAnOutage(int status) {
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.STATUS).withStatus(status));

        assertThat(failure(() -> client.getPermissions(OF_AN))).isNotInstanceOf(NoValidToken.class).extracting(ServiceException::turn)
                .isEqualTo(Turn.LATER);
        assertThat(failure(() -> client.authenticate(AN, NONE))).isNotInstanceOf(BadCredentials.class).extracting(ServiceException::turn)
                .isEqualTo(Turn.LATER);
    }

    @Test
    void takesAFailureInCloudspotsOwnWordsForAnOutage() {
        server.says(500, "{\"message\": \"boom\"}");

        assertThat(failure(() -> client.authenticate(AN, NONE))).isNotInstanceOf(BadCredentials.class).extracting(ServiceException::turn)
                .isEqualTo(Turn.LATER);
    }

    @Test
    void takesWebPagesAndCutAnswersForAnOutage() {
        server.says(200, COMPANIES);
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.HTML).times(1));
        connected.sandbox.faults().add(Fault.of("script", Fault.Kind.CUT_BODY).times(1));

        assertThat(failure(() -> client.getPermissions(OF_AN)).turn()).isEqualTo(Turn.LATER);
        assertThat(failure(() -> client.getPermissions(OF_AN)).turn()).isEqualTo(Turn.LATER);
        assertThat(client.getPermissions(OF_AN)).hasSize(1);
    }

    @Test
    void showsSecretsNowhere() {
        assertThat(AN.toString() + new CloudspotLogin(TOKEN, List.of()) + new CloudspotUser("An", "P", "an@example.org", NONE)
                + new CloudspotImpersonation(TOKEN, "an@example.org", "c-1")).doesNotContain("secret").doesNotContain(TOKEN)
                .doesNotContainIgnoringCase("an@");
    }

    private static ServiceException failure(ThrowingCallable call) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
