package dev.accolade.service.cloudspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose token goes with a call, and what is taken for a refusal of it. */
class CloudspotTokenTest {

    private static final String PROFILE = "{\"first_name\": \"An\", \"last_name\": \"Peeters\", \"email\": \"an@example.org\"}";

    private final Script server = new Script();
    private Routes routes;

    @BeforeEach
    void start() {
        routes = new Routes(server);
        CloudspotConfiguration own = new CloudspotConfiguration();
        own.setApplicationId("app-7");
        own.setToken("tok-own");
        routes.connect("own", own);
        CloudspotConfiguration bare = new CloudspotConfiguration();
        bare.setApplicationId("app-7");
        routes.connect("bare", bare);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void isThatOfTheConnectionWhereTheCallBringsNone() throws Exception {
        server.says(200, PROFILE);
        routes.ask("cloudspot:getUser?connection=own", Map.of());
        routes.ask("cloudspot:getUser?connection=own", Map.of(CloudspotConstants.TOKEN, "tok-bo"));

        assertThat(server.calls).extracting(call -> call.header("X-LICENSE-TOKEN").orElse("")).containsExactly("tok-own", "tok-bo");
        assertThatThrownBy(() -> routes.ask("cloudspot:getUser?connection=bare", Map.of())).isInstanceOf(NoValidToken.class);
    }

    @Test
    void goesAlongWithALogInWhereTheCallBringsOne() {
        server.says(200, "{\"token\": \"tok-new\", \"permissions\": []}");
        routes.send("cloudspot:authenticate?connection=own", new Credentials("a@x.org", "word"), Map.of());
        Exchange exchange = routes.send("cloudspot:authenticate?connection=own", new Credentials("a@x.org", "word"), Map.of(CloudspotConstants.TOKEN, "tok-old"));

        assertThat(server.calls).extracting(call -> call.header("X-LICENSE-TOKEN")).containsExactly(Optional.empty(), Optional.of("tok-old"));
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(CloudspotConstants.TOKEN);
    }

    @Test
    void isRefusedByASuccessThatIsNone() {
        for (String body : new String[] {"{\"first_name\": \"An\", \"email\": \"a@x.org\", \"has_error\": true}", "{\"message\": \"no\"}",
            "{\"message\": \"no\", \"error_code\": 7}"}) {
            server.says(201, body);
            assertThatThrownBy(() -> routes.ask("cloudspot:getUser?connection=own", Map.of())).as(body).isInstanceOf(NoValidToken.class);
        }
    }

    @Test
    void isRefusedInWordsThatThePythonClientBreaksAt() {
        server.says(401, "{\"detail\": \"No.\"}");

        assertThatThrownBy(() -> routes.ask("cloudspot:getPermissions?connection=own", Map.of())).isInstanceOf(NoValidToken.class);
    }

    @Test
    void tellsTheCompanyWhereTheServerStillSendsIt() throws Exception {
        server.says(200, PROFILE.replace("}", ", \"company\": \"Harbour BV\"}"));
        assertThat(((CloudspotUser) routes.ask("cloudspot:getUser?connection=own", Map.of())).company()).contains("Harbour BV");
        server.says(200, PROFILE.replace("}", ", \"company_id\": \"c-1\", \"company_name\": \"Quay NV\"}"));
        assertThat(((CloudspotUser) routes.ask("cloudspot:getUser?connection=own", Map.of())).company()).contains("Quay NV");
        server.says(200, PROFILE);
        assertThat(((CloudspotUser) routes.ask("cloudspot:getUser?connection=own", Map.of())).company()).isEmpty();
    }

    @Test
    void showsAWrongApplicationByWhatTheAccountMayDo() throws Exception {
        server.says(200, "{\"permissions\": []}");
        assertThat(routes.ask("cloudspot:check?connection=own", Map.of()).toString()).contains("is applicationId right?");
        server.says(200, "{\"permissions\": [{\"company_id\": \"c-1\", \"permissions\": [\"use_app\"]}]}");
        assertThat(routes.ask("cloudspot:check?connection=own", Map.of()).toString()).contains("for 1 company");
        server.says(401, "{\"message\": \"no\"}");
        assertThatThrownBy(() -> routes.ask("cloudspot:check?connection=own", Map.of())).isInstanceOf(NoValidToken.class);
        assertThat(routes.ask("cloudspot:check?connection=bare", Map.of()).toString()).contains("refuses a token that it never gave");
    }
}
