package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accolade.ledger.Accounts.Account;
import dev.accolade.ledger.Hints.Hint;
import dev.accolade.model.Coverage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file itself, and the small tables in it. */
class LedgerFileTest {

    static final Coverage PACKAGER = new Coverage("fedora", Coverage.Kind.SCOPE, "5");

    @TempDir
    Path folder;

    @Test
    void aStatementThatFailsTellsNothingOfWhatItWasAbout() {
        try (Database database = new Database(folder.resolve("ledger.db"))) {
            assertThatThrownBy(() -> database.change(handle -> handle.createUpdate("insert into member (source, id, username, email) values ('fedora', '1', 'ada', :email)").bind("email", "ada@example.org").execute()))
                    .hasMessageContaining("NOT NULL").hasMessageNotContaining("ada@example.org").hasMessageNotContaining("insert into");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadWhatItTellsOfPeople() throws IOException {
        try (Database database = new Database(folder.resolve("ledger.db"))) {
            database.change(handle -> handle.execute("insert into person (id, created_at) values (1, 1)"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void refusesAFileThatIsNoLedger() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "These are notes and nothing that a database would begin with. ".repeat(40));
        assertThatThrownBy(() -> new Database(file)).isInstanceOf(LedgerException.class).hasMessageContaining("notes.txt").hasMessageContaining("Nothing was started");
        assertThat(Files.readString(file)).startsWith("These are notes");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws Exception {
        Files.writeString(folder.resolve("state"), "a file");
        assertThatThrownBy(() -> new Database(folder.resolve("state/ledger.db"))).isInstanceOf(LedgerException.class).hasMessageContaining("accolade.ledger");
    }

    @Test
    void refusesTheTablesOfALaterVersion() {
        Path file = folder.resolve("ledger.db");
        try (Database database = new Database(file)) {
            database.change(handle -> handle.execute("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success) "
                    + "values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)"));
        }
        assertThatThrownBy(() -> new Database(file)).isInstanceOf(LedgerException.class).hasMessageContaining("this or an older version");
    }

    @RepeatedTest(12)
    void severalProcessesMayMakeTheTablesAtOnce(RepetitionInfo round) throws Exception {
        ExecutorService several = Executors.newFixedThreadPool(4);
        try {
            CyclicBarrier together = new CyclicBarrier(4);
            Callable<Database> open = () -> {
                together.await();
                return new Database(folder.resolve("new/ledger.db"));
            };
            for (Future<Database> one : several.invokeAll(List.of(open, open, open, open))) {
                try (Database database = one.get()) {
                    assertThat(new Hints(database, java.time.Clock.systemUTC(), new Erased(Seal.of(folder.resolve("key")))).waiting("fedora", 1))
                            .as("round " + round.getCurrentRepetition()).isEmpty();
                }
            }
        } finally {
            several.shutdownNow();
        }
    }

    @Test
    void aHintThatIsRaisedAgainDuringAReadIsNotCleared() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Hints hints = new Hints(ledger.database, ledger, ledger.erased);
            hints.raise(PACKAGER);
            Hint read = hints.waiting("fedora", 9).get(0);
            hints.raise(PACKAGER);
            hints.clear(read);
            assertThat(hints.waiting("fedora", 9)).hasSize(1);
            hints.clear(hints.waiting("fedora", 9).get(0));
            assertThat(hints.waiting("fedora", 9)).isEmpty();
            ledger.forward(Duration.ofMillis(2));
            hints.raise(PACKAGER);
            hints.clear(read);
            assertThat(hints.waiting("fedora", 9)).as("cleared by another and raised again since").hasSize(1);
        }
    }

    @Test
    void aHintWhoseReadFailedComesBackLaterUnlessItIsRaisedAgain() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Hints hints = new Hints(ledger.database, ledger, ledger.erased);
            hints.raise(PACKAGER);
            hints.postpone(hints.waiting("fedora", 9).get(0), ledger.now.plusSeconds(60), "HTTP 500");
            assertThat(hints.waiting("fedora", 9)).isEmpty();
            ledger.forward(Duration.ofSeconds(60));
            assertThat(hints.waiting("fedora", 9)).singleElement().satisfies(hint -> assertThat(hint.attempts()).isEqualTo(1));
            hints.postpone(hints.waiting("fedora", 9).get(0), ledger.now.plusSeconds(60), "HTTP 500");
            hints.raise(PACKAGER);
            assertThat(hints.waiting("fedora", 9)).hasSize(1);
        }
    }

    @Test
    void aTokenNeverStandsInTheFileAndOpensWithItsKeyAlone() throws Exception {
        try (TestLedger ledger = new TestLedger(folder)) {
            Accounts accounts = new Accounts(ledger.database, ledger, Seal.of(folder.resolve("key")));
            String id = accounts.enrol("academy", "Ann@Example.org", "the-secret-token");
            Account account = accounts.open("academy", id).orElseThrow();
            assertThat(account.token()).isEqualTo("the-secret-token");
            assertThat(account.toString()).doesNotContain("secret", "example");
            Accounts otherKey = new Accounts(ledger.database, ledger, Seal.of(folder.resolve("other-key")));
            assertThatThrownBy(() -> otherKey.open("academy", id)).isInstanceOf(LedgerException.class).hasMessageContaining("Put back the key").hasMessageNotContaining("secret");
            assertThatThrownBy(() -> Seal.of(folder.resolve("key")).open(new byte[3])).isInstanceOf(LedgerException.class);
        }
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("the-secret-token");
            }
        }
        Files.writeString(folder.resolve("short"), "abcd\n");
        assertThatThrownBy(() -> Seal.of(folder.resolve("short"))).isInstanceOf(LedgerException.class).hasMessageContaining("Nothing was started").hasMessageNotContaining("abcd");
    }

    @Test
    void aTokenThatSomebodySentDoesNotReplaceAnEnrolledOne() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Accounts accounts = new Accounts(ledger.database, ledger, Seal.of(folder.resolve("key")));
            String id = accounts.enrol("academy", "ann@example.org", "good");
            assertThat(accounts.enrolUnverified("academy", "ANN@example.org", "dead")).isEmpty();
            Account account = accounts.open("academy", id).orElseThrow();
            accounts.refused(account);
            assertThat(accounts.enrolUnverified("academy", "ann@example.org", "dead")).as("verified once").isEmpty();
            accounts.reject(account);
            assertThat(accounts.open("academy", id).orElseThrow().token()).isEqualTo("good");
        }
    }

    @Test
    void anUnverifiedTokenIsTakenBackOrReplacedOnceItIsRefused() {
        try (TestLedger ledger = new TestLedger(folder)) {
            Accounts accounts = new Accounts(ledger.database, ledger, Seal.of(folder.resolve("key")));
            String id = accounts.enrolUnverified("academy", "ann@example.org", "squatter").orElseThrow();
            assertThat(accounts.enrolUnverified("academy", "ann@example.org", "too-early")).isEmpty();
            Account squatter = accounts.open("academy", id).orElseThrow();
            accounts.refused(squatter);
            assertThat(accounts.enrolUnverified("academy", "ann@example.org", "real")).contains(id);
            accounts.reject(squatter);
            Account real = accounts.open("academy", id).orElseThrow();
            assertThat(real.token()).as("what is said of the old token says nothing of this one").isEqualTo("real");
            accounts.reject(real);
            assertThat(accounts.open("academy", id)).isEmpty();
        }
    }
}
