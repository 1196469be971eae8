package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresCommandTest {

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
    void hasNothingToTellWhenNothingFailed() {
        shell.run("apply");
        assertThat(shell.run("failures")).satisfies(none -> {
            assertThat(none.code()).isZero();
            assertThat(none.out()).contains("Nothing failed.");
        });
    }

    @Test
    void aRefusedChangeIsDroppedStaysOutAndComesBackWhenAsked() {
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(1));
        shell.run("apply");

        assertThat(shell.run("failures")).satisfies(one -> {
            assertThat(one.code()).isEqualTo(3);
            assertThat(one.out()).contains("! refused: change ", "1 attempt", "HTTP 404", "accolade failures retry ", "1 changes refused");
        });
        JsonNode change = shell.run("failures", "--output", "json").json().path("failures").path("changes").path(0);
        String id = change.path("id").asText();
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(1));
        shell.run("apply", "--by", "Grace");
        assertThat(shell.run("history", "--person", change.path("person").asText()).out()).as("apply gives it another turn").contains("by Grace by apply");

        assertThat(shell.run("failures", "drop", id, "99999", "--by", "Ada")).satisfies(dropped -> {
            assertThat(dropped.code()).isZero();
            assertThat(dropped.out()).contains("Dropped change " + id + ", by Ada");
            assertThat(dropped.err()).contains("Change 99999");
        });
        shell.run("sync");
        assertThat(shell.run("apply").out()).as("neither a pull nor apply brings it back").contains("0 done, 0 refused");
        assertThat(shell.run("failures")).satisfies(none -> {
            assertThat(none.code()).isZero();
            assertThat(none.out()).contains("- change " + id, "was dropped");
        });
        assertThat(shell.run("history", "--person", change.path("person").asText()).out()).contains("dropped AWARD", "by Ada by failures drop");

        assertThat(shell.run("failures", "retry", id).code()).isZero();
        assertThat(shell.run("apply", "--no-pull").out()).contains("1 done, 0 refused");
        assertThat(shell.run("failures", "drop", id)).satisfies(done -> {
            assertThat(done.code()).isEqualTo(1);
            assertThat(done.err()).contains("none that is in trouble");
        });
    }

    @Test
    void namesAReadThatFailedAndARuleThatStandsStill() throws Exception {
        java.nio.file.Files.writeString(home.resolve("config/rules.yaml"), """
                version: 1
                rules:
                  - id: one
                    when: {source: fedora, group: no-such-group}
                    award: {target: badges, issuer: Fedora Project, badge: Packager}
                """);
        shell.sandbox.faults().add(Fault.of("cave", Fault.Kind.STATUS).withStatus(503));
        shell.run("plan");

        assertThat(shell.run("failures")).satisfies(some -> {
            assertThat(some.code()).isEqualTo(3);
            assertThat(some.out()).contains("! read: reef", "503", "accolade sync --source reef", "! rule: Rule 'one'", "no-such-group");
        });
        assertThat(shell.run("status").out()).as("whoever looks where everything stands sees it too").contains("! Rule 'one' (line 3) stands still", "no-such-group");
        assertThat(shell.run("status", "--output", "json").json().path("stoppedRules")).hasSize(1);
    }

    @Test
    void aNameThatWasMendedInTheRulesIsNoFailureAnyMore() throws Exception {
        String rules = """
                version: 1
                rules:
                  - id: one
                    when: {source: fedora, group: packager}
                    award: {target: badges, issuer: Fedora Project, badge: %s}
                """;
        java.nio.file.Files.writeString(home.resolve("config/rules.yaml"), rules.formatted("Pakager"));
        shell.run("plan");
        assertThat(shell.run("failures")).satisfies(one -> {
            assertThat(one.code()).isEqualTo(3);
            assertThat(one.out()).contains("Pakager", "1 rules stand still");
        });

        java.nio.file.Files.writeString(home.resolve("config/rules.yaml"), rules.formatted("Packager"));
        shell.run("plan", "--no-pull");
        assertThat(shell.run("failures")).satisfies(none -> {
            assertThat(none.code()).isZero();
            assertThat(none.out()).contains("Nothing failed.");
        });
        assertThat(shell.run("status", "--output", "json").json().path("failures").path("stopped")).isEmpty();
    }

    @Test
    void statusIsShownWhileTheRulesHaveMistakesAndNamesThem() throws Exception {
        shell.run("plan");
        java.nio.file.Files.writeString(home.resolve("config/rules.yaml"), "version: 1\nrules: none\n");

        assertThat(shell.run("status")).satisfies(shown -> {
            assertThat(shown.code()).isZero();
            assertThat(shown.out()).contains("fedora: 77 people", "! The rules were not loaded");
        });
    }

    @Test
    void needsTheNameOfWhoDoesIt() {
        shell.run("plan");
        assertThat(shell.run("failures", "drop", "1", "--by", " ").code()).isEqualTo(64);
    }
}
