package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.community.Community;
import dev.accolade.service.Routes;
import dev.accolade.service.http.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The component against the sandbox's Cloudspot. */
class CloudspotSandboxTest {

    private static final String HARBOUR = "3f0f6b1e-6f0a-4d1e-9a51-0c2a7f9f1d11";

    private Routes routes;

    @BeforeEach
    void start() {
        routes = new Routes(new CloudspotStandIn());
        routes.sandbox.load("cloudspot", Community.sample().seed("cloudspot"));
        CloudspotConfiguration academy = new CloudspotConfiguration();
        academy.setApplicationId(SandboxCredentials.CLOUDSPOT_APPLICATION);
        routes.connect("academy", academy);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void logsInOnceAndReadsEverythingWithTheToken() throws Exception {
        CloudspotLogin login = login("AN@harbour.example.org", SandboxCredentials.CLOUDSPOT_PASSWORD);

        assertThat(login.permissions()).hasSize(2)
                .contains(new CompanyPermissions(HARBOUR, "Harbour BV", List.of("use_app", "use_dashboard", "list_projects")));
        assertThat(ask("getPermissions", login.token())).isEqualTo(login.permissions());
        assertThat(ask("getUser", login.token())).isEqualTo(new CloudspotUser("An", "Peeters", "an@harbour.example.org", Optional.empty()));
        assertThat(routes.ask("cloudspot:getCompanyPermissions?connection=academy",
                Map.of(CloudspotConstants.TOKEN, login.token(), CloudspotConstants.COMPANY_ID, HARBOUR)))
                .isEqualTo(List.of("use_app", "use_dashboard", "list_projects"));
    }

    @Test
    void leavesOutCompaniesWithoutTheEntryTicket() throws Exception {
        assertThat(login("jeroen@harbour.example.org", "sandbox-jeroen").permissions()).isEmpty();
    }

    @Test
    void tellsBadCredentialsFromADeadToken() throws Exception {
        assertThatThrownBy(() -> login("an@harbour.example.org", "guess")).isInstanceOf(BadCredentials.class);
        String first = login("an@harbour.example.org", SandboxCredentials.CLOUDSPOT_PASSWORD).token();
        login("an@harbour.example.org", SandboxCredentials.CLOUDSPOT_PASSWORD);

        assertThatThrownBy(() -> ask("getPermissions", first)).isInstanceOf(NoValidToken.class).hasMessageNotContaining(first);
    }

    @Test
    void doesNotTakeAForeignCompanyForADeadToken() throws Exception {
        String token = login("bo@harbour.example.org", "sandbox-bo").token();

        assertThatThrownBy(() -> routes.ask("cloudspot:getCompanyPermissions?connection=academy",
                Map.of(CloudspotConstants.TOKEN, token, CloudspotConstants.COMPANY_ID, "elsewhere")))
                .isInstanceOfSatisfying(ServiceException.class, failure -> assertThat(failure.turn()).isEqualTo(ServiceException.Turn.NEVER));
    }

    private Object ask(String operation, String token) throws Exception {
        return routes.ask("cloudspot:" + operation + "?connection=academy", Map.of(CloudspotConstants.TOKEN, token));
    }

    private CloudspotLogin login(String username, String password) throws Exception {
        Exchange exchange = routes.send("cloudspot:authenticate?connection=academy", new Credentials(username, password), Map.of());
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody(CloudspotLogin.class);
    }
}
