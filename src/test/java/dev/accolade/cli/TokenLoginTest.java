package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.cli.Shell.Ended;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.SandboxCredentials;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenLoginTest {

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

    private Ended login(String password) {
        shell.input = password + "\n";
        return shell.run("token", "login", "academy", "--username", SandboxCredentials.CLOUDSPOT_USERNAME, "--password-stdin");
    }

    @Test
    void enrolsAnAccountWhosePermissionsAreThenRead() {
        assertThat(login(SandboxCredentials.CLOUDSPOT_PASSWORD)).satisfies(ended -> {
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("enrolled", "accolade sync --source academy").doesNotContain(SandboxCredentials.CLOUDSPOT_PASSWORD);
        });
        assertThat(shell.run("sync", "--source", "academy").out()).contains("1 done");
    }

    @Test
    void tellsAWrongPasswordFromAnOutage() {
        Ended wrong = login("open-sesame");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("does not take this user name with this password", "Nothing was kept").doesNotContain("open-sesame");

        shell.sandbox.faults().add(Fault.of("cloudspot", Fault.Kind.STATUS).withStatus(503));
        Ended outage = login(SandboxCredentials.CLOUDSPOT_PASSWORD);
        assertThat(outage.code()).isEqualTo(1);
        assertThat(outage.err()).contains("could not be checked", "nothing was kept").doesNotContain("does not take");
    }

    @Test
    void sendsNothingWithoutAPassword() {
        assertThat(login("").code()).isEqualTo(64);
    }

    @Test
    void namesWhatIsConfiguredWhenItKnowsNoSuchService() {
        Ended ended = shell.run("token", "login", "nowhere", "--username", "a@example.org", "--password-stdin");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("'nowhere' is no configured source or target", "academy");
    }
}
