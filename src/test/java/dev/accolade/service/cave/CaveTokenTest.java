package dev.accolade.service.cave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.cave.CaveStandIn;
import dev.accolade.service.Routes;
import dev.accolade.service.http.ServiceException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations that care for the connection's token. */
class CaveTokenTest {

    private static final String ROBOT = "05c0ffeec0ffeec0ffeec0ffeec0ffee";
    private static final String OTHER = "06c0ffeec0ffeec0ffeec0ffeec0ffee";
    private static final String SEED = """
            {"groups": [{"id": 1, "name": "default"}], "users": [{"id": 1, "name": "Root", "email": "root@example.org", "admin": true},
             {"id": 2, "name": "robot", "email": "robot@serviceaccount", "parent_id": 1}],
             "tokens": [{"id": 1, "user": 2, "token": "%s", "description": "first"}, {"id": 2, "user": 2, "token": "%s"}]}""".formatted(ROBOT, OTHER);

    @TempDir
    private Path folder;
    private final List<URI> opened = new ArrayList<>();
    private Routes routes;

    @BeforeEach
    void start() throws Exception {
        begin();
    }

    private void begin() throws Exception {
        routes = new Routes(new CaveStandIn());
        routes.sandbox.load("cave", new ObjectMapper().readTree(SEED));
        routes.context.getComponent("cave", CaveComponent.class).setBrowser(opened::add);
        CaveConfiguration lab = new CaveConfiguration();
        lab.setTokenFolder(folder.toString());
        routes.connect("lab", lab);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void beginsWithoutATokenAndGetsOneFromThePersonInFront() throws Exception {
        assertThat(ask("token")).isNull();
        assertThat(ask("requestHeader")).isEqualTo(Map.of());
        assertThat(ask("getToken")).isEqualTo(false);
        assertThatThrownBy(() -> ask("getGroups")).rootCause().hasMessageContaining("cave:setupToken");

        assertThat(ask("setupToken")).isInstanceOfSatisfying(CaveInstructions.class, found -> {
            assertThat(found.page()).hasToString(routes.sandbox.base("cave") + "/auth/api/v1/create_token");
            assertThat(found.text()).contains(found.page().toString(), CaveConstants.TOKEN);
            assertThat(found.opened()).isTrue();
        });
        assertThat(opened).hasSize(1);
    }

    @Test
    void opensABrowserOnlyWhereThatIsWanted() throws Exception {
        assertThat(((CaveInstructions) ask("getNewToken")).opened()).isFalse();
        assertThat(((CaveInstructions) ask("getNewToken?noText=true")).text()).isEmpty();
        assertThat(((CaveInstructions) ask("setupToken?open=false")).opened()).isFalse();
        assertThat(opened).isEmpty();

        ask("getNewToken?open=true");
        ask("setupToken?makeNew=false");
        assertThat(opened).extracting(URI::getPath).containsExactly("/cave/auth/api/v1/create_token", "/cave/sticky_auth/settings/tokens");
    }

    @Test
    void givesInstructionsOnMachinesWithoutAScreen() throws Exception {
        routes.context.getComponent("cave", CaveComponent.class).setBrowser(page -> false);

        assertThat(ask("setupToken?tokenKey=a&baseUrl=http://127.0.0.1:1&tokenFolder=" + folder, Map.of(), false))
                .isInstanceOfSatisfying(CaveInstructions.class, found -> assertThat(found.opened()).isFalse());
    }

    @Test
    void usesASavedTokenAtOnceAndAtTheNextStart() throws Exception {
        CaveTokenSaved saved = (CaveTokenSaved) ask("saveToken", Map.of(CaveConstants.TOKEN, ROBOT));
        assertThat(saved.written()).hasSize(2).allSatisfy(file -> assertThat(file).hasContent("{\"token\":\"" + ROBOT + "\"}"));
        assertThat(((CaveCheck) ask("check")).account().name()).isEqualTo("robot");

        String other = ask("token").toString();
        stop();
        begin();
        assertThat(ask("token")).isEqualTo(other).isEqualTo(ROBOT);
        assertThat((List<?>) ask("getGroups")).hasSize(1);
    }

    @Test
    void savesWithoutSwitchingWhereThatIsWanted() throws Exception {
        ask("saveToken?switchToken=false&writeToServerFile=false", Map.of(CaveConstants.TOKEN, ROBOT, CaveConstants.TOKEN_KEY, "sync"));

        assertThat(ask("token")).isNull();
        assertThat(ask("getToken", Map.of(CaveConstants.TOKEN_KEY, "sync"))).isEqualTo(true);
        assertThat(ask("token")).isEqualTo(ROBOT);
        assertThat(ask("getToken", Map.of(CaveConstants.TOKEN_KEY, "unknown"))).as("the token in use stays").isEqualTo(false);
        assertThat(ask("token")).isEqualTo(ROBOT);
    }

    @Test
    void doesNotReplaceAnotherTokenUnlessTold() throws Exception {
        ask("saveToken", Map.of(CaveConstants.TOKEN, ROBOT));
        Exchange refused = routes.send("cave:saveToken?connection=lab", null, Map.of(CaveConstants.TOKEN, OTHER));

        assertThat(refused.getException()).hasMessageContaining("Nothing was written").hasMessageNotContaining(ROBOT).hasMessageNotContaining(OTHER);
        assertThat(ask("token")).isEqualTo(ROBOT);
        ask("saveToken?overwrite=true", Map.of(CaveConstants.TOKEN, OTHER));
        assertThat(ask("token")).isEqualTo(OTHER);
    }

    @Test
    void savesTheTokenInUseToTheFileThatIsNamed() throws Exception {
        ask("useToken", Map.of(CaveConstants.TOKEN, " " + ROBOT + "\n"));
        ask("saveToken?writeToServerFile=false", Map.of(CaveConstants.TOKEN_FILE, folder.resolve("mine.json").toString()));

        assertThat(folder.resolve("mine.json")).hasContent("{\"token\":\"" + ROBOT + "\"}");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void replacesTheTokenForAllRoutesOfTheConnection() throws Exception {
        ask("useToken", Map.of(CaveConstants.TOKEN, ROBOT));
        assertThat(ask("requestHeader")).isEqualTo(Map.of("Authorization", "Bearer " + ROBOT));
        ask("useToken", Map.of(CaveConstants.TOKEN, "0".repeat(32)));

        assertThatThrownBy(() -> ask("getGroups")).isInstanceOfSatisfying(ServiceException.class,
                refused -> assertThat(refused.status()).hasValue(401));
        assertThatThrownBy(() -> ask("useToken")).hasMessageContaining("no token");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void listsTheAccountsOwnTokens() throws Exception {
        ask("useToken", Map.of(CaveConstants.TOKEN, ROBOT));
        List<?> tokens = (List<?>) ask("getTokens");

        assertThat(tokens).hasSize(2).last().isInstanceOfSatisfying(CaveApiKey.class, key -> {
            assertThat(key.id()).isEqualTo(1);
            assertThat(key.userId()).isEqualTo(2);
            assertThat(key.token()).isEqualTo(ROBOT);
            assertThat(key.description()).contains("first");
            assertThat(key.lastUsed()).isPresent();
        });
        assertThat(tokens.toString()).doesNotContain(ROBOT).doesNotContain(OTHER);
    }

    @Test
    void takesTheTokenOutOfTheExchangeWhateverBecomesOfIt() throws Exception {
        for (String operation : List.of("useToken", "saveToken", "getGroup", "token")) {
            ask("useToken", Map.of(CaveConstants.TOKEN, ROBOT));
            Exchange exchange = routes.send("cave:" + operation + "?connection=lab", null, Map.of(CaveConstants.TOKEN, ROBOT));
            assertThat(exchange.getMessage().getHeaders()).as(operation).doesNotContainKey(CaveConstants.TOKEN);
        }
    }

    @Test
    void showsNoSecretInWhatIsLogged() {
        assertThat(new CaveTokenSave(ROBOT, "token", true, java.util.Optional.empty(), true, true, java.util.Optional.empty()).toString()).doesNotContain(ROBOT);
        CaveConfiguration options = new CaveConfiguration();
        options.setToken(ROBOT);
        assertThat(new CaveLogin(options, opened::add).toString()).doesNotContain(ROBOT);
    }

    private Object ask(String operation) throws Exception {
        return ask(operation, Map.of());
    }

    private Object ask(String operation, Map<String, Object> headers) throws Exception {
        return ask(operation, headers, true);
    }

    private Object ask(String operation, Map<String, Object> headers, boolean connected) throws Exception {
        return routes.ask("cave:" + operation + (connected ? (operation.contains("?") ? "&" : "?") + "connection=lab" : ""), headers);
    }
}
