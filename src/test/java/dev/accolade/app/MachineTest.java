package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.LedgerException;
import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The machine itself fails: what must stop stops and says so, and nothing is lost or done twice. */
class MachineTest extends Incidents {

    @Test
    void aFullDiskStopsEverySendingUntilThereIsRoom() {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            Database database = accolade.ledger().database();
            database.change(handle -> handle.execute("pragma max_page_count = 1"));
            assertThatThrownBy(accolade::push).hasStackTraceContaining("its disk is full").hasStackTraceContaining("Make room");
            assertThat(world.liveBadges()).as("nothing is sent that is not written down first").isZero();
            database.change(handle -> handle.execute("pragma max_page_count = 1073741823"));
            accolade.push();
            assertThat(states(accolade)).doesNotContainKeys("PLANNED", "CLAIMED", "UNKNOWN", "REFUSED");
            assertThat(world.liveBadges()).isEqualTo(states(accolade).get("DONE").intValue());
        }
    }

    @Test
    void aDiskThatFillsWhileBadgesAreBeingAwardedCostsNoneAndDoublesNone() {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            Database database = accolade.ledger().database();
            database.change(handle -> handle.execute("create trigger full before update on change when new.state = 'DONE' begin select raise(fail, 'database or disk is full'); end"));
            accolade.push();
            int sent = world.liveBadges();
            assertThat(sent).as("sent, and what became of it could not be written").isPositive();
            assertThat(states(accolade)).containsKey("CLAIMED").doesNotContainKey("DONE");
            database.change(handle -> handle.execute("drop trigger full"));
            clock.forward(Duration.ofMinutes(6));
            accolade.push();
            clock.forward(Duration.ofMinutes(6));
            accolade.push();
            assertThat(states(accolade)).containsKey("DONE").doesNotContainKeys("PLANNED", "CLAIMED", "UNKNOWN", "REFUSED");
            assertThat(world.duplicateBadges()).isZero();
            assertThat(world.liveBadges()).isEqualTo(states(accolade).get("DONE").intValue());
        }
    }

    @Test
    void aLedgerThatAnotherProgramHoldsIsWaitedForAndThenSaidToBeHeld() throws Exception {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            Database database = accolade.ledger().database();
            database.change(handle -> handle.execute("pragma busy_timeout = 50"));
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + world.settings.get("accolade.ledger"))) {
                other.createStatement().execute("begin immediate");
                assertThatThrownBy(accolade::push).hasStackTraceContaining("held by another program");
                assertThat(world.liveBadges()).isZero();
                other.createStatement().execute("rollback");
            }
            accolade.push();
            assertThat(world.liveBadges()).isPositive();
        }
    }

    @ParameterizedTest(name = "from {0} of the file on")
    @ValueSource(doubles = {0.3, 0.6, 0.9})
    void aDamagedLedgerIsWrittenNoMoreAndNothingIsSent(double from) throws Exception {
        plan();
        damage(from);
        int before = world.liveBadges();
        assertThatThrownBy(() -> {
            try (Accolade accolade = world.start(clock)) {
                assertThatThrownBy(() -> accolade.ledger().database().inspect()).isInstanceOf(LedgerException.class).hasMessageContaining("is damaged").hasMessageContaining("backup");
                accolade.push();
            }
        }).hasStackTraceContaining("is damaged").hasStackTraceContaining("backup");
        assertThat(world.liveBadges()).isEqualTo(before);
    }

    @Test
    void theLogSaysInOneLineThatTheLedgerIsDamagedWhoeverAskedAndWhicheverRoute() throws Exception {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        plan();
        try (Served served = new Served(world, clock)) {
            log.start();
            root.addAppender(log);
            damage(0.1);
            assertThat(served.get("/").body()).contains("The log says why").doesNotContain("\tat ");
            assertThat(served.get("/health").statusCode()).isEqualTo(503);
            assertThatThrownBy(served.accolade::push).hasStackTraceContaining("is damaged");
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty().anySatisfy(event -> assertThat(event.getLoggerName()).endsWith("DefaultErrorHandler"));
        assertThat(log.list).allSatisfy(event -> {
            assertThat(event.getThrowableProxy()).as(event.getLoggerName()).isNull();
            assertThat(event.getFormattedMessage()).contains("is damaged").doesNotContain("\tat ", "Message History", "Stacktrace");
        });
    }

    @Test
    void schedulesThatFireAtOnceMakeOnePlanAfterTheOther() throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(4);
        try (Accolade accolade = world.start(clock); Accolade other = world.start(clock)) {
            Callable<Object> first = () -> World.sync(accolade);
            Callable<Object> second = () -> World.sync(other);
            for (Future<Object> one : together.invokeAll(List.of(first, second, first, second))) {
                one.get();
            }
            clock.forward(Duration.ofMinutes(6));
            World.sync(accolade);
            assertThat(World.sync(other).isEmpty()).isTrue();
            assertThat(world.duplicateBadges()).isZero();
            assertThat(states(accolade)).containsKey("DONE").doesNotContainKeys("PLANNED", "CLAIMED", "UNKNOWN", "REFUSED");
            assertThat(world.liveBadges()).isEqualTo(states(accolade).get("DONE").intValue());
        } finally {
            together.shutdownNow();
        }
    }

    @Test
    void aProcessWhoseMemoryIsUsedUpEndsAndTheNextOneGoesOn() throws Exception {
        world.badgesFor(Community.generated(150, 3));
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.LATENCY).onMethod("POST").onPath("/assertions$").lasting(Duration.ofMillis(20)));
        Process process = SyncProcess.startHungry(world, folder);
        assertThat(process.waitFor()).as("it says so and ends, rather than go on with threads missing").isEqualTo(3);
        assertThat(logs()).contains("java.lang.OutOfMemoryError");
        int before = world.liveBadges();
        try (Accolade accolade = world.start(clock)) {
            clock.forward(Duration.ofMinutes(6));
            World.sync(accolade);
            assertThat(world.liveBadges()).isGreaterThan(before).isEqualTo(states(accolade).get("DONE").intValue());
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    private String logs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        }
    }

    private void plan() {
        try (Accolade accolade = world.start(clock)) {
            accolade.pullAll();
            accolade.reconcile();
            accolade.ledger().database().compact();
        }
    }

    /** Overwrites pages in the middle, and leaves the first ones as they are: the file still looks like a ledger. */
    private void damage(double from) throws Exception {
        Path file = Path.of(world.settings.get("accolade.ledger"));
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] nonsense = "nonsense".repeat(512).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (long page = (long) (Files.size(file) / 4096 * from); page < Files.size(file) / 4096; page++) {
                bytes.seek(page * 4096);
                bytes.write(nonsense);
            }
        }
    }
}
