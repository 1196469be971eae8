package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A serving process is killed while events come in: what it has said yes to is done once, by whichever process comes after it. */
class ServeKillTest {

    private static final String SECRET = "a-secret-of-the-test";
    private static final int PEOPLE = 24;

    @TempDir
    Path folder;
    World world;
    String address;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
        try (ServerSocket free = new ServerSocket(0)) {
            world.settings.put("accolade.http.port", Integer.toString(free.getLocalPort()));
        }
        address = "http://127.0.0.1:" + world.settings.get("accolade.http.port");
        world.settings.put("source.fedora.event-secret", SECRET);
        world.settings.put("source.fedora.schedule", "0 0 0 1 1 ? 2099");
        world.settings.put("accolade.poll", "PT0.2S");
        world.settings.put("accolade.lease", "PT20S");
        world.settings.put("target.badges.response-timeout", "PT5S");
        world.settings.put("target.lrs.response-timeout", "PT5S");
        try (Accolade accolade = world.start(Clock.systemUTC())) {
            World.sync(accolade);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasSaidYesToIsDoneOnceHoweverOftenTheProcessIsKilled() throws Exception {
        int before = world.liveBadges();
        int arrived = 0;
        for (int kill = 1; kill <= 3; kill++) {
            Process process = serve();
            int until = PEOPLE * kill / 4;
            while (arrived < until) {
                joins(arrived++);
            }
            process.destroyForcibly().waitFor();
        }
        Process last = serve();
        try {
            while (arrived < PEOPLE) {
                joins(arrived++);
            }
            await().atMost(Duration.ofSeconds(150)).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> assertThat(world.liveBadges()).as(waiting()).isEqualTo(before + PEOPLE));
        } finally {
            last.destroyForcibly().waitFor();
        }
        assertThat(world.duplicateBadges()).isZero();
        SettableClock clock = new SettableClock();
        clock.forward(Duration.ofMinutes(1));
        try (Accolade accolade = world.start(clock)) {
            accolade.push();
            assertThat(World.sync(accolade).isEmpty()).as("a full read finds nothing that the events had missed").isTrue();
            assertThat(world.liveBadges()).isEqualTo(before + PEOPLE);
            assertThat(world.duplicateBadges()).isZero();
        }
    }

    /** What waits in the ledger. */
    private String waiting() {
        try (Connection ledger = DriverManager.getConnection("jdbc:sqlite:" + world.settings.get("accolade.ledger"));
                ResultSet row = ledger.createStatement().executeQuery("select (select group_concat(state || ': ' || coalesce(message, ''), '; ') from change where state not in ('DONE', 'SUPERSEDED'))"
                        + " || ' hints: ' || (select count(*) from hint) || coalesce((select group_concat(source||kind||coverage_id||' '||generation||' '||not_before||' '||attempts||coalesce(failure,'')) from hint), '') || ' breaker: ' || coalesce((select message from breaker), 'none')")) {
            return row.getString(1);
        } catch (SQLException busy) {
            return busy.getMessage();
        }
    }

    private Process serve() {
        Process process = SyncProcess.startServing(world, folder);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(process.isAlive()).isTrue();
            return answers();
        });
        return process;
    }

    private boolean answers() {
        try {
            return World.http("GET", address + "/health", "").statusCode() > 0;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private void joins(int number) {
        String name = "late" + number;
        world.control("POST", "fas/people", "{\"username\":\"" + name + "\",\"human_name\":\"Late " + number + "\",\"email\":\"" + name + "@example.org\"}");
        world.control("PUT", "fas/groups/packager/members/" + name, "{\"role\":\"user\"}");
        assertThat(World.event(address + "/events/fedora", SECRET, "{\"member\":\"" + name + "\"}", Instant.now()).statusCode()).isEqualTo(202);
    }
}
