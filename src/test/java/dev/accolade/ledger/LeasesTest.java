package dev.accolade.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;
    TestLedger ledger;
    Leases leases;

    @BeforeEach
    void open() {
        ledger = new TestLedger(folder);
        leases = new Leases(ledger.database, ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aLeaseIsOnePersonsUntilItEnds() {
        assertThat(leases.take("plan", "a", MINUTE)).isTrue();
        assertThat(leases.take("plan", "b", MINUTE)).isFalse();
        leases.give("plan", "b");
        assertThat(leases.owner("plan")).contains("a");
        ledger.forward(MINUTE.plusMillis(1));
        assertThat(leases.owner("plan")).isEmpty();
        assertThat(leases.take("plan", "b", MINUTE)).isTrue();
        leases.give("plan", "a");
        assertThat(leases.owner("plan")).contains("b");
    }

    @Test
    void whatAKilledProcessHadIsFreeAtOnce() throws Exception {
        Process process = holder();
        assertThat(process.inputReader().readLine()).isEqualTo("true");
        assertThat(leases.take("plan", "b", MINUTE)).as("it lives").isFalse();
        process.destroyForcibly().waitFor();
        assertThat(leases.take("plan", "b", MINUTE)).isTrue();
        assertThat(leases.owner("plan")).contains("b");
    }

    @Test
    void oneWhoStillWorksInThisProcessIsNotTakenForDead() {
        try (Database second = new Database(folder.resolve("ledger.db"))) {
            Leases theirs = new Leases(second, ledger);
            assertThat(theirs.take("plan", "a", MINUTE)).isTrue();
            assertThat(leases.take("plan", "b", MINUTE)).isFalse();
        }
        assertThat(leases.take("plan", "b", MINUTE)).as("it was closed without giving the lease back").isTrue();
    }

    @Test
    void whoseLifeNobodyCanSeeHasItUntilItEnds() {
        ledger.database.change(handle -> handle.execute("insert into lease (name, owner, until) values ('plan', 'of an older version', ?)", ledger.millis() + MINUTE.toMillis()));
        assertThat(leases.take("plan", "b", MINUTE)).isFalse();
        ledger.forward(MINUTE.plusMillis(1));
        assertThat(leases.take("plan", "b", MINUTE)).isTrue();
    }

    private Process holder() throws Exception {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp", classPath, Holder.class.getName(),
                folder.resolve("ledger.db").toString(), Long.toString(ledger.millis())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** Takes the lease, says so in its last word, and works at it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Database database = new Database(Path.of(arguments[0]));
            Clock clock = Clock.fixed(java.time.Instant.ofEpochMilli(Long.parseLong(arguments[1])), java.time.ZoneOffset.UTC);
            boolean taken = new Leases(database, clock).take("plan", "a", MINUTE);
            System.out.println(taken);
            Thread.currentThread().join();
        }
    }
}
