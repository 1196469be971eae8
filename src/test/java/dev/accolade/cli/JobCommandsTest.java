package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.cli.Shell.Ended;
import dev.accolade.ledger.Database;
import dev.accolade.sandbox.Fault;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobCommandsTest {

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
    void showsThePlanDoesItAndThenHasNothingToDo() {
        Ended plan = shell.run("plan", "--detailed-exitcode");
        assertThat(plan.code()).isEqualTo(2);
        assertThat(plan.out()).contains("badges: Fedora Project / Packager", "+ ingrid (i…@example.org)", "(packager:6)", "64 to award", "1 held").doesNotContain("ingrid.ostberg@");

        Ended apply = shell.run("apply");
        assertThat(apply.code()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("64 done, 0 refused");

        Ended again = shell.run("plan", "--detailed-exitcode", "--output", "json");
        assertThat(again.code()).isZero();
        assertThat(again.json().path("award").asInt()).isZero();
        assertThat(again.json().path("changes")).singleElement().satisfies(change -> assertThat(change.path("waitingFor").asText()).isEqualTo("IDENTITY"));

        JsonNode status = shell.run("status", "--output", "json").json();
        assertThat(status.path("sources")).hasSize(3);
        assertThat(status.path("grants")).isNotEmpty();
        assertThat(status.toString()).doesNotContain("ingrid.ostberg@");
        assertThat(shell.run("status").out()).contains("fedora: 77 people", "Fedora Project / Packager: 28 live");
    }

    @Test
    void endsWithThreeWhenATargetRefusesAndShowsWhy() {
        shell.sandbox.faults().add(Fault.of("badgr", Fault.Kind.STATUS).withStatus(404).onMethod("POST").onPath("/assertions$").times(1));

        Ended apply = shell.run("apply");

        assertThat(apply.code()).isEqualTo(3);
        assertThat(apply.out()).contains("! refused", "HTTP 404", "63 done, 1 refused", "accolade apply");
        assertThat(shell.run("apply", "--no-pull")).satisfies(again -> {
            assertThat(again.code()).isZero();
            assertThat(again.out()).contains("1 done, 0 refused");
        });
    }

    @Test
    void endsWithFourWhenALimitHoldsAndDoesTheRestOnceApproved() {
        shell.setting("target.badges.awards-per-day=60");

        Ended apply = shell.run("apply");
        assertThat(apply.code()).isEqualTo(4);
        assertThat(apply.out()).contains("60 done", "4 held by a limit", "accolade approve");
        assertThat(shell.run("plan", "--no-pull", "--detailed-exitcode").code()).isEqualTo(4);

        assertThat(shell.run("approve", "--changes", "99999", "--by", "ada")).satisfies(none -> {
            assertThat(none.code()).isEqualTo(1);
            assertThat(none.err()).contains("Nothing was approved");
        });
        assertThat(shell.run("approve", "999", "--all-held", "--by", "ada")).as("of another plan").satisfies(none -> assertThat(none.code()).isEqualTo(1));
        Ended approve = shell.run("approve", "--all-held", "--by", "ada", "--until", "PT8H", "--output", "json");
        assertThat(approve.code()).isZero();
        assertThat(approve.json().path("approved")).hasSize(4);
        assertThat(shell.run("apply", "--no-pull")).satisfies(rest -> {
            assertThat(rest.code()).isZero();
            assertThat(rest.out()).contains("4 done");
        });
    }

    @Test
    void doesNotWaitForEverForAWorkerThatWasKilled() {
        shell.run("plan");
        try (Database database = new Database(home.resolve("state/ledger.db"))) {
            database.change(handle -> handle.execute("update change set state = 'CLAIMED', attempts = 1, lease_owner = 'killed', claimed_at = unixepoch() * 1000, counted_at = unixepoch() * 1000, lease_until = unixepoch() * 1000 + 9000 where id <= 3"));
        }
        Ended apply = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> shell.run("apply"));

        assertThat(apply.code()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).contains("64 done");
        assertThat(shell.json("/sandbox/badgr/summary").path("duplicates").asInt()).isZero();
        assertThat(shell.run("history", "--limit", "300").out()).contains("lease");
    }

    @Test
    void namesASourceThatCannotBeReadAndDoesTheOthers() {
        shell.sandbox.faults().add(Fault.of("cave", Fault.Kind.STATUS).withStatus(503));

        Ended plan = shell.run("plan");

        assertThat(plan.code()).isEqualTo(1);
        assertThat(plan.out()).contains("! The read of reef", "503", "+ ingrid").doesNotContain("Reef Lab / Diver");
    }

    @Test
    void looksAgainAtOneMemberAlone() {
        shell.run("apply");
        shell.run("sync", "--source", "fedora");

        Ended sync = shell.run("sync", "--source", "fedora", "--member", "oisin", "--output", "json");

        assertThat(sync.code()).as(sync.err()).isZero();
        assertThat(sync.json().path("done").asInt()).isZero();
    }

    @Test
    void saysThatALookAtOneMemberFailed() {
        shell.run("plan");
        shell.sandbox.faults().add(Fault.of("fas", Fault.Kind.STATUS).withStatus(503));

        Ended sync = shell.run("sync", "--source", "fedora", "--member", "oisin");

        assertThat(sync.code()).isNotZero();
        assertThat(sync.err()).contains("The read failed", "nothing was taken");
    }

    @Test
    void checksEveryConnectionAndNamesTheOneThatIsWrong() {
        assertThat(shell.run("check")).satisfies(good -> {
            assertThat(good.code()).as(good.out()).isZero();
            assertThat(good.out()).contains("OK    source fedora", "OK    source reef", "OK    target badges", "OK    target lrs", "0 accounts enrolled");
        });
        shell.environment.put("BADGR_PASSWORD", "not-the-password");

        assertThat(shell.run("check", "--output", "json")).satisfies(bad -> {
            assertThat(bad.code()).isEqualTo(1);
            assertThat(bad.json().path("ok").asBoolean()).isFalse();
            assertThat(bad.json().path("checks")).filteredOn(one -> !one.path("ok").asBoolean()).singleElement()
                    .satisfies(one -> assertThat(one.path("what").asText()).isEqualTo("target badges"));
            assertThat(bad.out()).doesNotContain("not-the-password");
        });
    }

    @Test
    void hasNoStatusBeforeThereIsALedger() {
        Ended status = shell.run("status");

        assertThat(status.code()).isEqualTo(1);
        assertThat(status.err()).contains("no ledger", "accolade plan");
        assertThat(home.resolve("state")).doesNotExist();
    }
}
