package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.accolade.cli.Shell.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUseTest {

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
    void namesAllThreeWrongSettingsAtOnceAndStartsNothing() {
        Ended ended = shell.setting("source.fedora.url=nowhere", "target.badges.pasword=x", "source.reef.schedule=every day").run("plan");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("3 settings to mend", "source.fedora.url", "did you mean 'password'", "source.reef.schedule").doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
        assertThat(home.resolve("state")).doesNotExist();
    }

    @Test
    void namesAllMistakesOfTheRulesAtOnceWithTheirLines() throws IOException {
        Files.writeString(home.resolve("config/rules.yaml"), """
                version: 1
                rules:
                  - id: one
                    title: One
                    when: {source: fedorra, group: packager}
                    award: {target: badges, issuer: Fedora Project, badge: Packager}
                    on-leave: {do: keep}
                  - id: two
                    title: Two
                    when: {source: fedora, group: packager}
                    award: {target: lrs, issuer: Fedora Project, badge: Packager}
                    on-leave: {do: forget}
                """);

        Ended ended = shell.run("check");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("3 mistakes", "rules.yaml:5:", "did you mean 'fedora'", "rules.yaml:11:", "rules.yaml:12:").doesNotContain("\tat ");
    }

    @Test
    void doesNotRunDeafWhereSomebodyElseListensAlready() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            shell.setting("accolade.http.port", Integer.toString(taken.getLocalPort()));
            Ended ended = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> shell.run("run"));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("Nothing can listen on 127.0.0.1:" + taken.getLocalPort(), "Nothing was started", "accolade.http.port").doesNotContain("\tat ");
            assertThat(ended.out()).isEmpty();
        }
    }

    @Test
    void doesNotRunDeafWhereTheAddressIsNoneOfThisMachine() {
        shell.setting("accolade.http.host", "not a host");
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> shell.run("run"))).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("accolade.http.host is 'not a host'", "Nothing was started");
        });
    }

    @Test
    void suggestsTheOptionThatWasMeant() {
        Ended ended = shell.run("plan", "--detailed-exitcodes");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("--detailed-exitcode", "accolade plan --help").doesNotContain("\tat ");
    }

    @Test
    void doesNotKnowASourceThatIsNotConfigured() {
        Ended ended = shell.run("sync", "--source", "fedorra");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("did you mean 'fedora'");
    }

    @Test
    void needsTheSourceOfAMemberWhereThereAreSeveral() {
        assertThat(shell.run("sync", "--member", "oisin")).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.err()).contains("--source", "academy", "fedora", "reef");
        });
    }

    @Test
    void saysWhenNobodyIsCalledSoInsteadOfLookingDone() {
        shell.run("plan");
        for (String[] typo : new String[][] {{"fedora", "--member", "zofai", "fedora member zofai is nobody that fedora knows"}, {"fedora", "--scope", "packagers", "fedora scope packagers is not known here"},
            {"reef", "--member", "nobody@example.org", "reef member n…@example.org is nobody"}, {"reef", "--scope", "diverz", "reef scope diverz is not known here"},
            {"academy", "--member", "an@harbour.example.org", "academy member a…@harbour.example.org is not enrolled"}}) {
            assertThat(shell.run("sync", "--source", typo[0], typo[1], typo[2])).satisfies(ended -> {
                assertThat(ended.code()).isEqualTo(1);
                assertThat(ended.err()).contains(typo[3]);
            });
        }
        for (String[] right : new String[][] {{"fedora", "--member", "zofia"}, {"fedora", "--scope", "packager"}, {"reef", "--scope", "2"}, {"reef", "--member", "ingrid.ostberg@example.org"}}) {
            assertThat(shell.run("sync", "--source", right[0], right[1], right[2])).satisfies(ended -> assertThat(ended.code()).as(ended.err()).isZero());
        }
        assertThat(shell.run("sync", "--source", "fedora", "--member", "").code()).isEqualTo(64);
    }

    @Test
    void approvesNothingInThePast() {
        Ended ended = shell.run("approve", "--all-held", "--by", "ada", "--until", "2001-01-01T00:00:00Z");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("over already");
    }

    @Test
    void approvesNothingWithoutAnEndThatSomebodyLivesToSee() {
        for (String until : new String[] {"P999999999999D", "PT9223372036854775807S", "P99999999D", "+999999999-01-01T00:00:00Z"}) {
            Ended ended = shell.run("approve", "--all-held", "--by", "ada", "--until", until);

            assertThat(ended.code()).as(until).isEqualTo(64);
            assertThat(ended.err()).contains("--until is '" + until + "'", "Nothing was approved");
        }
    }

    @Test
    void takesNoNameThatCouldLookLikeAnotherRowOfTheHistory() {
        for (String[] command : new String[][] {{"approve", "1"}, {"pause", "badges"}, {"verify"}}) {
            String[] all = Stream.concat(Stream.of(command), Stream.of("--by", "Ada\n2026-01-01 04:13 UTC  1 approved by Bob")).toArray(String[]::new);
            assertThat(shell.run(all)).satisfies(ended -> {
                assertThat(ended.code()).isEqualTo(64);
                assertThat(ended.err()).contains("--by holds a line end");
            });
        }
        assertThat(shell.run("pause", "badges", "--why", "\u001b[2J").err()).contains("--why holds a line end or another character");
    }

    @Test
    void refusesToTellTheDemoOnAnythingButTheSandbox() {
        Ended ended = shell.setting("target.badges.url=https://badges.example.org").run("demo", "--once");

        assertThat(ended.code()).isEqualTo(64);
        assertThat(ended.err()).contains("sandbox alone", "[badges]", "--config");
    }

    @Test
    void tellsItsExitCodes() {
        assertThat(shell.run("plan", "--help")).satisfies(ended -> {
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("--detailed-exitcode", "--output", "--home");
        });
        assertThat(shell.run("--help").out()).contains("Exit codes:", "held by a limit", "wrong usage or configuration");
    }
}
