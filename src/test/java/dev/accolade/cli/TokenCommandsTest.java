package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.cli.Shell.Ended;
import dev.accolade.sandbox.SandboxCredentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandsTest {

    @TempDir
    Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void listsWhatEachServiceIsLoggedInWithAndNoSecret() {
        enrol();
        Ended listed = shell.run("token", "list");
        assertThat(listed.code()).as(listed.err()).isZero();
        assertThat(listed.out()).contains("fedora", "session of " + SandboxCredentials.FAS_USERNAME, "reef", "API token", "badges", "OAuth2", "lrs",
                SandboxCredentials.CLOUDSPOT_USERNAME, "accepted when last asked");
        assertThat(listed.out()).doesNotContain(SandboxCredentials.FAS_PASSWORD, SandboxCredentials.CAVE_TOKEN, SandboxCredentials.BADGR_PASSWORD,
                SandboxCredentials.LEARNING_LOCKER_SECRET);
        assertThat(shell.run("token", "list", "--output", "json").out()).contains("\"logins\":[", "\"accounts\":[{\"source\":\"academy\"");
    }

    @ParameterizedTest
    @CsvSource({"fedora,Cookie: ", "reef,Authorization: Bearer ", "badges,Authorization: Bearer ", "lrs,Authorization: Basic "})
    void showsTheHeaderWithTheSecretOnlyWhenAskedTo(String service, String beginning) {
        Ended hidden = shell.run("token", "show-header", service);
        assertThat(hidden.code()).as(hidden.err()).isZero();
        assertThat(hidden.out()).startsWith(beginning).contains("not shown");
        String revealed = shell.run("token", "show-header", service, "--reveal").out().strip();
        assertThat(revealed).startsWith(beginning.strip()).doesNotContain("not shown");
        assertThat(hidden.out()).doesNotContain(revealed.substring(revealed.lastIndexOf(' ') + 1));
        assertThat(shell.run("token", "show-header", service, "--output", "json").out()).contains("\"header\":").doesNotContain("\"value\"");
    }

    @Test
    void showsTheHeaderOfOneAccountOfCloudspot() {
        assertThat(shell.run("token", "show-header", "academy").err()).contains("--username");
        assertThat(shell.run("token", "show-header", "academy", "--username", SandboxCredentials.CLOUDSPOT_USERNAME).err()).contains("not enrolled");
        enrol();
        assertThat(shell.run("token", "show-header", "academy", "--username", SandboxCredentials.CLOUDSPOT_USERNAME).out()).startsWith("X-LICENSE-TOKEN: (not shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fedora", "reef", "badges", "lrs"})
    void logsInAndSaysHowLongItLasts(String service) {
        Ended ended = shell.run("token", "login", service);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains(service + " accepts", "not shown");
    }

    @Test
    void saysThatALoginIsRefused() {
        shell.setting("target.badges.password", "another-one");
        Ended refused = shell.run("token", "login", "badges");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("badges").doesNotContain("another-one");
    }

    @Test
    void keepsATokenOfCaveInTheFilesOfItsOtherClientsAndTheNextStartUsesIt() throws Exception {
        shell.without("source.reef.token");
        Path folder = home.resolve("secrets");
        shell.setting("source.reef.token-folder", folder.toString());

        assertThat(shell.run("token", "setup", "reef").out()).contains("/api/v1/create_token", "accolade token save reef");
        shell.input = SandboxCredentials.CAVE_TOKEN + "\n";
        Ended saved = shell.run("token", "save", "reef", "--token-stdin");

        assertThat(saved.code()).as(saved.err()).isZero();
        assertThat(saved.out()).contains("cave-secret.json").doesNotContain(SandboxCredentials.CAVE_TOKEN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cave-secret.json")))).isEqualTo("rw-------");
        assertThat(shell.run("token", "login", "reef").out()).contains("reef accepts the API token");
        shell.input = "another-token\n";
        assertThat(shell.run("token", "save", "reef", "--token-stdin").code()).as("another token is replaced only when asked to").isEqualTo(1);
        shell.input = "another-token\n";
        assertThat(shell.run("token", "save", "reef", "--token-stdin", "--overwrite").code()).isZero();
    }

    @Test
    void enrolsAnAccountByItsTokenAlone() {
        enrol();
        String token = shell.run("token", "show-header", "academy", "--username", SandboxCredentials.CLOUDSPOT_USERNAME, "--reveal").out().strip().replaceFirst(".* ", "");
        shell.input = token + "\n";
        Ended saved = shell.run("token", "save", "academy", "--token-stdin");
        assertThat(saved.code()).as(saved.err()).isZero();
        assertThat(saved.out()).contains(SandboxCredentials.CLOUDSPOT_USERNAME).doesNotContain(token);
        shell.input = "made-up\n";
        Ended refused = shell.run("token", "save", "academy", "--token-stdin");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).doesNotContain("made-up");
    }

    @Test
    void saysWhereTheSecretsOfOtherServicesBelong() {
        for (String service : new String[] {"fedora", "badges", "lrs", "academy"}) {
            assertThat(shell.run("token", "setup", service).out()).as(service).contains("1.", "accolade token");
        }
        shell.input = "t\n";
        Ended refused = shell.run("token", "save", "badges", "--token-stdin");
        assertThat(refused.code()).isEqualTo(64);
        assertThat(refused.err()).contains("token setup badges");
    }

    private void enrol() {
        shell.input = SandboxCredentials.CLOUDSPOT_PASSWORD + "\n";
        assertThat(shell.run("token", "login", "academy", "--username", SandboxCredentials.CLOUDSPOT_USERNAME, "--password-stdin").code()).isZero();
    }
}
