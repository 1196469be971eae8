package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.sandbox.Answer;
import dev.accolade.service.Routes;
import dev.accolade.service.Script;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                "/user/42/permissions", "{\"groups\":[\"divers\"],\"groups_admin\":[],\"permissions_v2\":{}}");
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
        assertThat(ask("getGroups", Map.of())).isEqualTo(List.of(divers));
        assertThat(ask("getGroup", Map.of(CaveConstants.GROUP_ID, 2))).isEqualTo(Optional.of(divers));
        assertThat(ask("getGroupUsers", Map.of(CaveConstants.GROUP_ID, 2))).isEqualTo(List.of(new CaveMember(42, "Ada", false)));
        assertThat(ask("getUsers", Map.of())).isEqualTo(List.of(ADA));
        assertThat(ask("getUser", Map.of(CaveConstants.USER_ID, 42))).isEqualTo(Optional.of(ADA));
        assertThat(ask("getUserByEmail", Map.of(CaveConstants.EMAIL, "ADA@example.org"))).isEqualTo(List.of(ADA));
        assertThat(ask("getUserGroups", Map.of(CaveConstants.USER_ID, 42))).isEqualTo(Optional.of(List.of(divers)));
        assertThat(ask("getUserPermissions", Map.of(CaveConstants.USER_ID, 42)))
                .isEqualTo(Optional.of(new CavePermissions(false, List.of("divers"), List.of(), List.of(), Map.of(), Map.of(), List.of())));
    }

    @Test
    void handsOverPeopleInChunks() throws Exception {
        assertThat(routes.ask("cave:getUsers?connection=lab&chunkSize=1&chunkTo=direct:stage", Map.of())).isEqualTo(1);
        assertThat(chunks).containsExactly(List.of(ADA));
    }

    @Test
    void asksForTheHeaderItNeeds() {
        assertThatThrownBy(() -> ask("getGroupUsers", Map.of())).hasMessageContaining(CaveConstants.GROUP_ID);
        assertThatThrownBy(() -> ask("getUserByEmail", Map.of(CaveConstants.EMAIL, " "))).hasMessageContaining(CaveConstants.EMAIL);
    }

    @Test
    void refusesAtStartWhatItDoesNotKnow(@TempDir Path nothing) {
        assertRefused("cave:members?connection=lab", "it has [check, getGroups");
        assertRefused("cave:getUsers?connection=lab&chunk=3", "chunk", "chunkSize");
        assertRefused("cave:getUsers?connection=fedora", "There is no connection 'fedora'", "lab");
        assertRefused("cave:getUsers?baseUrl=http://127.0.0.1:1&tokenFolder=" + nothing, "token is missing", "cave:setupToken");
        assertThat(routes.context.getEndpoint("cave:setupToken?baseUrl=http://127.0.0.1:1&tokenFolder=" + nothing)).isNotNull();
        assertRefused("cave:getUsers?baseUrl=http://127.0.0.1:1&token=x&apiPrefix=auth/", "apiPrefix");
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return routes.ask("cave:" + operation + "?connection=lab", headers);
    }

    private void assertRefused(String uri, String... parts) {
        assertThatThrownBy(() -> routes.context.getEndpoint(uri)).rootCause().message().contains(parts);
    }
}
