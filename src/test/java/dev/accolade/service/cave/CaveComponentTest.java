package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaveComponentTest {

    private static final CaveUser ADA = new CaveUser(42, "Ada", Optional.of("ada@example.org"), false);

    private final Script server = new Script();
    private final List<Object> chunks = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(server);
        CaveConfiguration lab = new CaveConfiguration();
        lab.setToken("0123456789abcdef0123456789abcdef");
        routes.connect("lab", lab);
        routes.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:stage").process(chunk -> chunks.add(chunk.getIn().getBody()));
            }
        });
        Map<String, String> answers = Map.of("/user", "[{\"id\":42,\"name\":\"Ada\",\"service_account\":false,\"email\":\"ada@example.org\"}]",
                "/user/me", "{\"id\":42,\"name\":\"Ada\",\"service_account\":false,\"email\":\"ada@example.org\"}",
                "/group", "[{\"id\":2,\"name\":\"divers\"}]", "/group/2", "{\"id\":2,\"name\":\"divers\"}",
                "/group/2/user", "[{\"admin\":false,\"id\":42,\"name\":\"Ada\"}]", "/user/42/group", "[{\"id\":2,\"name\":\"divers\"}]",
                "/user/42/permissions", "{\"groups\":[\"divers\"],\"groups_admin\":[]}");
        server.answer = call -> Answer.text(200, "application/json", answers.get(call.path().substring("/auth/api/v1".length())));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void offersEachOperationByItsName() throws Exception {
        CaveGroup divers = new CaveGroup(2, "divers");
        assertThat(((CaveCheck) ask("check", Map.of())).account()).isEqualTo(ADA);
        assertThat(ask("groups", Map.of())).isEqualTo(List.of(divers));
        assertThat(ask("group", Map.of(CaveConstants.GROUP_ID, 2))).isEqualTo(Optional.of(divers));
        assertThat(ask("groupUsers", Map.of(CaveConstants.GROUP_ID, 2))).isEqualTo(List.of(new CaveMember(42, "Ada", false)));
        assertThat(ask("users", Map.of())).isEqualTo(List.of(ADA));
        assertThat(ask("user", Map.of(CaveConstants.USER_ID, 42))).isEqualTo(Optional.of(ADA));
        assertThat(ask("userByEmail", Map.of(CaveConstants.EMAIL, "ADA@example.org"))).isEqualTo(List.of(ADA));
        assertThat(ask("userGroups", Map.of(CaveConstants.USER_ID, 42))).isEqualTo(Optional.of(List.of(divers)));
        assertThat(ask("userPermissions", Map.of(CaveConstants.USER_ID, 42)))
                .isEqualTo(Optional.of(new CavePermissions(List.of("divers"), List.of())));
    }

    @Test
    void handsOverPeopleInChunks() throws Exception {
        assertThat(routes.ask("cave:users?connection=lab&chunkSize=1&chunkTo=direct:stage", Map.of())).isEqualTo(1);
        assertThat(chunks).containsExactly(List.of(ADA));
    }

    @Test
    void asksForTheHeaderItNeeds() {
        assertThatThrownBy(() -> ask("groupUsers", Map.of())).hasMessageContaining(CaveConstants.GROUP_ID);
        assertThatThrownBy(() -> ask("userByEmail", Map.of(CaveConstants.EMAIL, " "))).hasMessageContaining(CaveConstants.EMAIL);
    }

    @Test
    void refusesAtStartWhatItDoesNotKnow() {
        assertRefused("cave:members?connection=lab", "it has [check, groups");
        assertRefused("cave:users?connection=lab&chunk=3", "chunk", "chunkSize");
        assertRefused("cave:users?connection=fedora", "There is no connection 'fedora'", "lab");
        assertRefused("cave:users?baseUrl=http://127.0.0.1:1", "token is missing");
        assertRefused("cave:users?baseUrl=http://127.0.0.1:1&token=x&apiPrefix=auth/", "apiPrefix");
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return routes.ask("cave:" + operation + "?connection=lab", headers);
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }
}
