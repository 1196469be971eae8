package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

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
    void showsWhatWasDoneForOnePersonAndWhy() {
        Shell.Ended history = shell.run("history", "--person", "fedora:ingrid", "--target", "badges");

        assertThat(history.code()).isZero();
        assertThat(history.out()).contains("claimed AWARD badges: Fedora Project / Packager for p-", "settled AWARD", ": APPLIED, by command. a rule earns this (packager:6), administrator in packager")
                .doesNotContain("ingrid.ostberg@").doesNotContain("oisin");
        JsonNode steps = shell.run("history", "--person", "INGRID.OSTBERG@example.org", "--output", "json").json().path("steps");
        assertThat(steps).isNotEmpty().allSatisfy(step -> assertThat(step.path("person").asLong()).isEqualTo(steps.get(0).path("person").asLong()));
        assertThat(shell.run("history", "--person", "p-" + steps.get(0).path("person").asLong(), "--limit", "1").out().lines()).hasSize(1);
    }

    @Test
    void doesNotGuessWhoIsMeant() {
        assertThat(shell.run("history", "--person", "fedora:nobody")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.err()).contains("SOURCE:NAME");
        });
    }

    @Test
    void verifiesTheChainAndNamesTheFirstRowThatWasChanged() {
        Shell.Ended good = shell.run("history", "verify", "--output", "json");
        assertThat(good.code()).isZero();
        assertThat(good.json().path("rows").asLong()).isEqualTo(140);
        assertThat(shell.run("history", "verify", "--head", good.json().path("head").asText()).out()).contains("140 rows", "none changed", "head ");
        assertThat(shell.run("history", "verify", "--head", "ab".repeat(32))).satisfies(cut -> {
            assertThat(cut.code()).isEqualTo(1);
            assertThat(cut.err()).contains("cut off");
        });
        assertThat(shell.run("history", "verify", "--head", "abc").code()).isEqualTo(64);

        try (Database database = new Database(home.resolve("state/ledger.db"))) {
            database.change(handle -> {
                handle.execute("drop trigger history_is_not_changed");
                handle.execute("update history set actor = 'nobody' where id = 70");
            });
        }
        assertThat(shell.run("history", "verify")).satisfies(bad -> {
            assertThat(bad.code()).isEqualTo(1);
            assertThat(bad.err()).contains("Row 70 of the history was changed");
        });
    }
}
