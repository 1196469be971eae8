package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.cave.CaveStandIn;
import dev.accolade.service.Routes;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component against the sandbox's CAVE auth. */
class CaveSandboxTest {

    private static final String ROBOT = "05c0ffeec0ffeec0ffeec0ffeec0ffee";
    private static final String BOB = "03c0ffeec0ffeec0ffeec0ffeec0ffee";
    private static final String SEED = """
            {"groups": [{"id": 1, "name": "default"}, {"id": 2, "name": "divers"}, {"id": 3, "name": "empty"}],
             "users": [{"id": 1, "name": "Root", "email": "root@example.org", "admin": true},
                       {"id": 2, "name": "Ælfgifu", "email": "aelf@example.org"},
                       {"id": 3, "name": "Bob", "email": "Bob_B@example.org", "custom_name": "波布"},
                       {"id": 4, "name": "Bob two", "email": "bobxb@example.org"},
                       {"id": 5, "name": "robot", "email": "robot@serviceaccount", "parent_id": 1}],
             "group_members": [{"group": 2, "user": 2, "admin": true}, {"group": 2, "user": 3}, {"group": 2, "user": 5}],
             "tokens": [{"user": 5, "token": "%s"}, {"user": 3, "token": "%s"}]}""".formatted(ROBOT, BOB);

    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        routes = new Routes(new CaveStandIn());
        routes.sandbox.load("cave", new ObjectMapper().readTree(SEED));
        routes.connect("lab", token(ROBOT));
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void readsAsAServiceAccount() throws Exception {
        assertThat(((CaveCheck) ask("check", Map.of())).account()).isEqualTo(new CaveUser(5, "robot", Optional.empty(), true));
        assertThat(ask("getGroups", Map.of())).isEqualTo(List.of(new CaveGroup(1, "default"), new CaveGroup(2, "divers"), new CaveGroup(3, "empty")));
        assertThat(ask("getUserGroups", Map.of(CaveConstants.USER_ID, 3)))
                .isEqualTo(Optional.of(List.of(new CaveGroup(1, "default"), new CaveGroup(2, "divers"))));
        assertThat(ask("getUserPermissions", Map.of(CaveConstants.USER_ID, 2)))
                .isEqualTo(Optional.of(new CavePermissions(false, List.of("default", "divers"), List.of("divers"), List.of(), Map.of(), Map.of(),
                        List.of())));
    }

    @Test
    @SuppressWarnings("unchecked")
    void readsPeopleButNoServiceAccounts() throws Exception {
        assertThat((List<CaveUser>) ask("getUsers", Map.of())).contains(new CaveUser(2, "Ælfgifu", Optional.of("aelf@example.org"), false),
                new CaveUser(3, "波布", Optional.of("Bob_B@example.org"), false)).extracting(CaveUser::id).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat((List<CaveMember>) ask("getGroupUsers", Map.of(CaveConstants.GROUP_ID, 2)))
                .containsExactlyInAnyOrder(new CaveMember(2, "Ælfgifu", true), new CaveMember(3, "Bob", false));
    }

    @Test
    @SuppressWarnings("unchecked")
    void findsAnAddressAndNotItsNeighbours() throws Exception {
        assertThat((List<CaveUser>) ask("getUserByEmail", Map.of(CaveConstants.EMAIL, "bob_b@example.org"))).extracting(CaveUser::id)
                .containsExactly(3L);
        assertThat(ask("getUserByEmail", Map.of(CaveConstants.EMAIL, "example.org"))).isEqualTo(List.of());
    }

    @Test
    void seesThatAGroupOrAPersonIsGone() throws Exception {
        routes.control("DELETE", "/groups/2", "");
        routes.control("DELETE", "/users/3", "");

        assertThat(ask("getGroup", Map.of(CaveConstants.GROUP_ID, 2))).isEqualTo(Optional.empty());
        assertThat(ask("getGroupUsers", Map.of(CaveConstants.GROUP_ID, 2))).as("CAVE does not tell a deleted group from an empty one here")
                .isEqualTo(List.of());
        assertThat(ask("getUser", Map.of(CaveConstants.USER_ID, 3))).isEqualTo(Optional.empty());
        assertThat(ask("getUserGroups", Map.of(CaveConstants.USER_ID, 3))).isEqualTo(Optional.empty());
        assertThat(ask("getUserPermissions", Map.of(CaveConstants.USER_ID, 5))).isEqualTo(Optional.empty());
    }

    @Test
    void callsALostTokenTheOperatorsTurnHoweverItShows() throws Exception {
        routes.connect("stale", token("0".repeat(32)));
        assertThat(failure("cave:getGroups?connection=stale").turn()).isEqualTo(Turn.OPERATOR);

        routes.control("POST", "/settings", "{\"redirectInsteadOf401\": true}");
        assertThat(failure("cave:getGroups?connection=stale")).hasMessageContaining("browser").extracting(ServiceException::turn)
                .isEqualTo(Turn.OPERATOR);
    }

    @Test
    void callsALostStandingTheOperatorsTurn() throws Exception {
        ask("getGroups", Map.of());
        routes.control("POST", "/settings", "{\"adminStandingLost\": true}");

        assertThat(failure("cave:getUsers?connection=lab").turn()).isEqualTo(Turn.OPERATOR);
        assertThat(failure("cave:check?connection=lab")).hasMessageContaining("service account");
    }

    @Test
    void takesTheTokenFromTheFilesOfThePythonClient(@TempDir Path folder) throws Exception {
        new CaveTokenFiles(folder, routes.sandbox.address(), Optional.empty())
                .save(new CaveTokenSave(ROBOT, "sync", false, Optional.empty(), true, true, Optional.empty()));
        CaveConfiguration configuration = token(null);
        configuration.setTokenFolder(folder.toString());
        routes.connect("kept", configuration);
        configuration.setTokenKey("sync");
        CaveConfiguration other = configuration.copy();
        other.setTokenKey("token");
        routes.connect("other", other);
        assertThatThrownBy(() -> routes.context.getEndpoint("cave:getGroups?connection=other")).rootCause().hasMessageContaining("has the key token");
        assertThat(routes.ask("cave:getGroups?connection=kept", Map.of())).isEqualTo(ask("getGroups", Map.of()));
    }

    @Test
    void refusesAtCheckAnAccountThatMayReadNothing() {
        routes.connect("bob", token(BOB));

        assertThat(failure("cave:check?connection=bob").status()).hasValue(403);
    }

    private static CaveConfiguration token(String token) {
        CaveConfiguration configuration = new CaveConfiguration();
        configuration.setToken(token);
        return configuration;
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return routes.ask("cave:" + operation + "?connection=lab", headers);
    }

    private ServiceException failure(String uri) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, () -> routes.ask(uri, Map.of()));
        assertThat(failure).as(uri).isNotNull();
        return failure;
    }
}
