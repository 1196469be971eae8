package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseCommandTest {

    @TempDir
    Path home;
    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
        shell.run("apply");
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void erasesNobodyWithoutAYes() {
        for (String answer : new String[] {"", "no\n", "y\n"}) {
            shell.input = answer;
            assertThat(shell.run("erase", "fedora:ingrid")).satisfies(asked -> {
                assertThat(asked.code()).isEqualTo(64);
                assertThat(asked.err()).contains("Type yes", "Nothing was erased");
            });
        }
        assertThat(shell.run("history", "--person", "fedora:ingrid").code()).isZero();
        assertThat(shell.run("erase", "fedora:nobody", "--yes").code()).isEqualTo(64);
    }

    @Test
    void erasesAfterAYesAndCountsWhoWasErased() {
        shell.input = "yes\n";
        assertThat(shell.run("erase", "Ingrid.Ostberg@example.org", "--by", "Ada")).satisfies(erased -> {
            assertThat(erased.code()).as(erased.err()).isZero();
            assertThat(erased.out()).contains("is erased");
        });
        assertThat(shell.run("plan").out()).contains("0 to award", "1 persons erased").doesNotContain("ingrid");
        assertThat(shell.run("status").out()).contains("Persons erased: 1");
        assertThat(shell.run("plan", "--no-pull", "--output", "json").json().path("erased").asInt()).isEqualTo(1);
        assertThat(shell.run("history", "--limit", "1").out()).contains("erased for p-", "by Ada by erase");
        assertThat(shell.run("history", "--limit", "0").out()).contains("The rest was erased.").doesNotContain("ingrid");
        assertThat(shell.run("history", "verify").code()).isZero();
    }

    @Test
    void saysWhatItWaitsForAndFinishesWithTheNextPlan() {
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(503).onPath("revoke").times(1));

        assertThat(shell.run("erase", "fedora:ingrid", "--badges", "revoke", "--yes", "--output", "json")).satisfies(waits -> {
            assertThat(waits.code()).isEqualTo(3);
            assertThat(waits.json().path("erased").asBoolean()).isFalse();
            assertThat(waits.json().path("waitsFor")).isNotEmpty();
        });
        assertThat(shell.run("failures", "retry").code()).isZero();
        shell.run("apply", "--no-pull");
        shell.run("plan", "--no-pull");
        assertThat(shell.run("history", "--person", "fedora:ingrid").code()).as("nobody is called so any more").isEqualTo(64);
    }

    @Test
    void goesOnRevokingWhatWasToBeRevokedWhenItIsAskedForAgainWithoutSayingSo() {
        shell.setting("target.badges.removals-per-day", "0");
        assertThat(shell.run("erase", "fedora:ingrid", "--badges", "revoke", "--yes", "--by", "Ada")).satisfies(waits -> {
            assertThat(waits.code()).isEqualTo(3);
            assertThat(waits.out()).contains("nothing is erased yet", "accolade why p-");
        });
        assertThat(shell.run("why", "fedora:ingrid").out()).contains("the person is to be erased", "accolade approve ");

        assertThat(shell.run("erase", "fedora:ingrid", "--yes", "--by", "Bob").code()).as("it still waits for the revocations").isEqualTo(3);
        shell.input = "yes\n";
        assertThat(shell.run("erase", "fedora:ingrid", "--by", "Bob").err()).contains("their badges are revoked");
        assertThat(shell.run("approve", "--all-held", "--by", "Ada").code()).isZero();
        shell.run("apply", "--no-pull");
        assertThat(shell.json("/sandbox/badgr/summary").path("revoked").asInt()).isEqualTo(2);
    }
}
