package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudspotComponentTest {

    private static final Map<String, Object> TOKEN = Map.of(CloudspotConstants.TOKEN, "tok-an-1");

    private final Script server = new Script();
    private Routes routes;

    @BeforeEach
    void start() {
        routes = new Routes(server);
        CloudspotConfiguration academy = new CloudspotConfiguration();
        academy.setApplicationId("app-7");
        routes.connect("academy", academy);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void readsPermissionsAndForgetsTheToken() {
        server.says(200, "{\"permissions\": [{\"company_id\": \"c-1\", \"company_name\": \"Harbour\", \"permissions\": [\"use_app\"]}]}");
        Exchange exchange = routes.send("cloudspot:getPermissions?connection=academy", null, TOKEN);

        assertThat(exchange.getMessage().getBody()).isEqualTo(List.of(new CompanyPermissions("c-1", "Harbour", List.of("use_app"))));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CloudspotConstants.TOKEN);
    }

    @Test
    void forgetsTheTokenAfterAFailureToo() {
        server.says(401, "{\"message\": \"no\"}");
        Exchange exchange = routes.send("cloudspot:getUser?connection=academy", null, TOKEN);

        assertThat(exchange.getException()).isInstanceOf(NoValidToken.class);
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CloudspotConstants.TOKEN);
        assertThat(exchange.getIn().getHeaders()).doesNotContainKey(CloudspotConstants.TOKEN);
    }

    @Test
    void logsInAndForgetsThePasswordWhateverComesOfIt() {
        server.says(401, "{\"message\": \"no\"}");
        Exchange exchange = routes.send("cloudspot:authenticate?connection=academy", new Credentials("an@example.org", "an-secret"), Map.of());

        assertThat(exchange.getException()).isInstanceOf(BadCredentials.class);
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void readsOneCompanyByHeader() throws Exception {
        server.says(200, "{\"permissions\": [\"use_app\"]}");

        assertThat(routes.ask("cloudspot:getCompanyPermissions?connection=academy",
                Map.of(CloudspotConstants.TOKEN, "tok-an-1", CloudspotConstants.COMPANY_ID, "c-1"))).isEqualTo(List.of("use_app"));
        assertThatThrownBy(() -> routes.ask("cloudspot:getCompanyPermissions?connection=academy", TOKEN))
                .hasMessageContaining(CloudspotConstants.COMPANY_ID);
    }

    @Test
    void tellsWhomAnImpersonationStandsFor() throws Exception {
        server.says(200, "{\"token\": \"imp\", \"auth_token\": \"tok-an-1\", \"user\": \"an@example.org\", \"company\": \"c-1\"}");

        assertThat(routes.ask("cloudspot:validateImpersonation?connection=academy", Map.of(CloudspotConstants.IMPERSONATION_TOKEN, "imp")))
                .isEqualTo(new CloudspotImpersonation("tok-an-1", "an@example.org", "c-1"));
    }

    @Test
    void refusesAtStartWhatItDoesNotKnow() {
        assertRefused("cloudspot:login?connection=academy", "it has [check, authenticate, getUser");
        assertRefused("cloudspot:getUser?connection=academy&chunkTo=direct:x", "chunkTo");
        assertRefused("cloudspot:getUser?connection=lab", "There is no connection 'lab'", "academy");
        assertRefused("cloudspot:getUser?baseUrl=http://127.0.0.1:1", "applicationId is missing");
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }
}
