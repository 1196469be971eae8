package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.cli.Shell.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PauseCommandTest {

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
    void leavesOneTargetAloneUntilItIsResumed() {
        assertThat(shell.run("pause", "badges", "--why", "looking at the plan", "--by", "ada").out()).contains("badges is paused", "accolade resume badges");

        Ended applied = shell.run("apply", "--output", "json");
        assertThat(applied.code()).as("changes are left over").isEqualTo(3);
        assertThat(applied.err()).contains("badges is paused since", "by ada (looking at the plan)", "accolade resume badges");
        assertThat(badges()).isZero();
        assertThat(shell.run("status").out()).contains("Paused: badges is paused since");

        assertThat(shell.run("resume", "badges", "--by", "ada").out()).contains("badges goes on");
        assertThat(shell.run("apply").code()).isZero();
        assertThat(badges()).isPositive();
        assertThat(shell.run("history", "--limit", "1000").out()).contains("paused", "resumed");
        assertThat(shell.run("history", "verify").code()).isZero();
    }

    @Test
    void saysWhenThereIsNothingToChange() {
        assertThat(shell.run("resume", "badges").out()).contains("was neither paused nor left alone");
        shell.run("pause", "badges");
        assertThat(shell.run("pause", "badges").out()).contains("was paused already");
        assertThat(shell.run("pause", "badges", "--output", "json").json().path("changed").asBoolean(true)).isFalse();
    }

    @Test
    void knowsTargetsOnly() {
        for (String command : new String[] {"pause", "resume"}) {
            Ended refused = shell.run(command, "fedora");
            assertThat(refused.code()).isEqualTo(64);
            assertThat(refused.err()).contains("'fedora' is no configured target", "badges");
        }
    }

    private int badges() {
        return shell.json("/sandbox/badgr/summary").path("assertions").asInt();
    }
}
