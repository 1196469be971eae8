package dev.accolade.contract.fas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.contract.Server;
import dev.accolade.sandbox.SandboxCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The real Python client of FAS2 against the sandbox: Debian's package python3-fedora. */
class PythonClientTest {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String USER = "priya";

    @RegisterExtension
    static final Server SERVER = Server.of("fas");

    @TempDir
    static Path folder;

    private static JsonNode told;

    @BeforeAll
    static void drive() throws Exception {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)) && runs("-c", "import fedora.client.fas2") == 0,
                "the Python client of FAS2 is not installed; apt-get install python3-fedora");
        Path script = Path.of(PythonClientTest.class.getResource("/contract/fas/client.py").toURI());
        int status = runs(script.toString(), SERVER.base() + "/", SERVER.property("admin", SandboxCredentials.FAS_USERNAME),
                SERVER.property("admin-password", SandboxCredentials.FAS_PASSWORD), USER, SERVER.property("user-password", "sandbox-priya"));
        assertThat(status).as(Files.readString(folder.resolve("err"))).isZero();
        told = new ObjectMapper().readTree(folder.resolve("out").toFile());
    }

    private static int runs(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList()).redirectOutput(folder.resolve("out")
                .toFile())
                .redirectError(folder.resolve("err").toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the Python client did not come to an end");
        }
        return process.exitValue();
    }

    @Test
    void readsGroups() {
        JsonNode packager = told.get("group_by_name");
        assertThat(packager.size()).isEqualTo(19);
        assertThat(told.get("group_by_id")).isEqualTo(packager);
        assertThat(told.get("group_by_id_unknown")).isEmpty();
        assertRaises("group_by_name_unknown", "AppError", "FASError");
        assertThat(told.get("group_members")).hasSameSizeAs(packager.get("approved_roles")).allMatch(member -> member.size() == 2)
                .anyMatch(member -> member.get("username").asText().equals("kenji"));
        assertThat(told.get("group_members_unknown")).isEmpty();
        assertThat(told.get("group_data").get("packager").get("id")).isEqualTo(packager.get("id"));
    }

    @Test
    void readsPeople() {
        JsonNode kenji = told.get("person_by_username");
        assertThat(kenji.get("human_name").asText()).isEqualTo("渡辺健二");
        assertThat(kenji.get("bugzilla_email")).isEqualTo(kenji.get("email"));
        assertThat(told.get("person_by_id")).isEqualTo(kenji);
        assertThat(told.get("person_by_username_unknown")).isEmpty();
        assertThat(told.get("hidden").get("human_name").isNull()).isTrue();
        assertThat(told.get("hidden").get("password").asText()).isEqualTo("*");
        assertThat(told.get("people_by_key").get("kenji").size()).isEqualTo(3);
        assertThat(told.get("people_by_key_all").get("kenji").size()).isEqualTo(32);
        assertRaises("people_by_key_bad", "KeyError", null);
        assertThat(List.of(told.get("people_by_key").size(), told.get("people_by_id").intValue())).containsOnly(told.get("user_id").intValue());
        assertThat(told.get("people_by_groupname")).extracting(JsonNode::asText).containsExactly("ulf", "releasebot");
    }

    @Test
    void asksTheTablesAndReadsAccounts() {
        assertThat(told.get("people_query").toString()).isEqualTo("[{\"username\":\"ulf\",\"role_type\":\"administrator\"},"
                + "{\"username\":\"releasebot\",\"role_type\":\"user\"}]");
        assertRaises("people_query_bad", "AppError", "FASError");
        assertThat(told.get("user_data")).allMatch(account -> account.get("password").asText().equals("*"));
        assertThat(told.get("gravatar").asText()).startsWith("http://www.gravatar.com/avatar/").contains("?s=64&d=");
    }

    @Test
    @Tag("fas-44")
    void verifiesPasswords() {
        assertThat(told.get("verify_password").toString()).isEqualTo("[true,false,false]");
        assertRaises("wrong_password", "AuthError", null);
    }

    @Test
    void keepsConfigurations() {
        assertThat(told.get("set_config").isNull()).isTrue();
        assertThat(told.get("get_config").asText()).isEqualTo("blue & green");
        assertThat(told.get("get_config_unknown").isNull()).isTrue();
        assertThat(told.get("get_configs_like").toString()).isEqualTo("{\"theme\":\"blue & green\"}");
        assertRaises("get_config_of_another", "AppError", "AuthorizationError");
        assertRaises("set_config_bad", "AppError", "DBAPIError");
    }

    @Test
    @Tag("fas-45")
    void makesAGroupAndTakesARefusalForASuccess() {
        JsonNode made = told.get("create_group");
        assertThat(made.get("group").get("name").asText()).isEqualTo("rehearsal");
        assertThat(made.get("members")).singleElement().matches(role -> role.get("role_type").asText().equals("administrator"));
        assertThat(made.get("sponsor_queue")).isEmpty();
        assertThat(told.get("create_group_refused").has("group")).isFalse();
        assertThat(told.get("create_group_refused").has("raises")).isFalse();
        assertThat(told.get("create_group_invalid").get("tg_errors").has("name")).isTrue();
    }

    @Test
    void visitsAsAUser() {
        assertThat(told.get("login").get("data").get("user").get("username").asText()).isEqualTo(USER);
        assertRaises("login_wrong", "AuthError", null);
        for (String call : List.of("login", "user_info", "group_list", "person_by_id_as_user", "basic")) {
            assertThat(told.get(call).path("session").asInt()).as(call).isEqualTo(40);
        }
        assertThat(told.get("basic").get("data").get("username")).isEqualTo(told.get("user_info").get("data").get("username"));
        assertThat(told.get("group_list").get("data").get("memberships")).isEmpty();
        assertThat(told.get("refresh_session").asBoolean()).isTrue();
        assertThat(told.get("verify_session").asBoolean()).isTrue();
        assertThat(told.get("logout").isNull()).isTrue();
        assertThat(told.get("verify_session_after_logout").asBoolean(true)).isFalse();
    }

    private static void assertRaises(String call, String type, String name) {
        assertThat(told.get(call).path("raises").asText()).as(call).isEqualTo(type);
        assertThat(told.get(call).path("name").textValue()).as(call).isEqualTo(name);
    }
}
