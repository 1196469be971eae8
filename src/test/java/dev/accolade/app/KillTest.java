package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.accolade.sandbox.Fault;
import dev.accolade.sandbox.community.Community;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, killed with SIGKILL in the middle of applying and started again: each person has each badge once. */
class KillTest {

    @TempDir
    Path folder;
    World world;

    @BeforeEach
    void open() throws IOException {
        world = new World(folder);
        Community community = Community.generated(150, 3);
        List.of("fas", "badgr").forEach(service -> world.sandbox.load(service, community.seed(service)));
        StringBuilder rules = new StringBuilder("version: 1\nrules:\n");
        for (var group : community.seed("fas").path("groups")) {
            String name = group.path("name").asText();
            if (!name.equals("accounts")) {
                rules.append("  - {id: ").append(name).append(", when: {source: fedora, group: ").append(name)
                        .append("}, award: {target: badges, issuer: Fedora Project, badge: Member of ").append(name).append("}}\n");
            }
        }
        world.rules(rules.toString());
        Properties properties = new Properties();
        properties.putAll(world.settings);
        try (var file = Files.newBufferedWriter(folder.resolve("application.properties"))) {
            properties.store(file, null);
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void killedInTheMiddleOfApplyingAndStartedAgainEachPersonHasEachBadgeOnce() throws Exception {
        world.sandbox.faults().add(Fault.of("badgr", Fault.Kind.LATENCY).onMethod("POST").onPath("/assertions$").lasting(Duration.ofMillis(20)));
        for (int kill = 1; kill <= 3; kill++) {
            int before = world.liveBadges();
            Process process = start();
            int enough = before + 15 * kill;
            await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(5)).until(() -> world.liveBadges() >= enough || !process.isAlive());
            assertThat(process.isAlive()).as("it was killed while it was applying").isTrue();
            process.destroyForcibly().waitFor();
        }
        int afterKills = world.liveBadges();
        SettableClock clock = new SettableClock();
        try (Accolade accolade = world.start(clock)) {
            assertThat(claimed(accolade)).as("changes whose end nobody knows").isPositive();
            World.sync(accolade);
            clock.forward(Duration.ofMinutes(6));
            World.sync(accolade);
            assertThat(World.sync(accolade).isEmpty()).isTrue();
            assertThat(world.liveBadges()).isEqualTo(live(accolade)).isGreaterThan(afterKills);
            assertThat(world.duplicateBadges()).isZero();
            assertThat(LostAnswerTest.states(accolade)).containsOnly("DONE");
        }
    }

    private Process start() throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                "dev.accolade.app.SyncProcess", folder.resolve("application.properties").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("process.log").toFile()).start();
    }

    private static int claimed(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from change where state = 'CLAIMED'").mapTo(Integer.class).one());
    }

    private static int live(Accolade accolade) {
        return accolade.ledger().database().read(handle -> handle.createQuery("select count(*) from grants where state = 'LIVE'").mapTo(Integer.class).one());
    }
}
