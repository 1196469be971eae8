package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of who is who. */
class IdentityCommandsTest {

    @TempDir
    Path home;
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @AfterEach
    void close() {
        shell.close();
    }

    @Test
    void checkReadsTheFileAndSaysWhatMeansNobody() {
        assertThat(shell.run("check").out()).contains("OK    identities", "0 links, 0 separations, 0 renamed groups");
        says("links: [[fedora:ingrid, fedora:nobody]]");
        assertThat(shell.run("check")).satisfies(checked -> {
            assertThat(checked.code()).isZero();
            assertThat(checked.out()).contains("1 links", "! ", "identities.yaml:2: nobody, or not one alone, is known as fedora:nobody.");
        });
    }

    @Test
    void mistakesInTheFileAreNamedAndNothingStarts() {
        says("links: [[fedora:ingrid, reef:2]]\nseparations: [[fedora:ingrid, reef:2]]\nfoo: 1");
        assertThat(shell.run("plan")).satisfies(wrong -> {
            assertThat(wrong.code()).isEqualTo(64);
            assertThat(wrong.err()).contains("The identities were not loaded; 2 mistakes to mend", "identities.yaml:3:31: fedora:ingrid and reef:2 are one person by the link at line 2",
                    "identities.yaml:4:1: 'foo' is nothing an identities file knows");
        });
    }

    @Test
    void whatALinkLeavesIsInStatePlanAndHistory() {
        assertThat(shell.run("sync").code()).isZero();
        assertThat(shell.run("status").out()).doesNotContain("Who is who");
        says("links: [[fedora:ingrid, fedora:zofia]]");
        assertThat(shell.run("plan").out()).contains("! ingrid (p-").contains("twice, as ");
        assertThat(shell.run("status").out()).contains("Who is who", "'Fedora Project / Packager' on badges twice");
        JsonNode twice = shell.run("status", "--output", "json").json().path("identity").path("twice").path(0);
        assertThat(twice.path("remoteId").asText()).isNotEmpty().isNotEqualTo(twice.path("also").asText());
        assertThat(shell.run("history", "--person", "fedora:zofia").out()).contains("joined for p-", "Because of an operator's word, link ", "identities.yaml:2, other p-");
        assertThat(shell.run("history", "--limit", "0").out()).contains("Because of an equal e-mail that their sources vouch for, address i…@example.org, member reef:2");
        says("separations: [[fedora:ingrid, fedora:zofia]]");
        shell.run("plan");
        assertThat(shell.run("status").out()).doesNotContain("Who is who");
        assertThat(shell.run("history", "--person", "fedora:zofia").out()).contains("found to be two for p-", "separation ", "members [fedora:100003]");
    }

    private void says(String text) {
        try {
            Files.writeString(home.resolve("config/identities.yaml"), "version: 1\n" + text + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
