package dev.accolade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {

    @TempDir
    Path folder;

    @Test
    void noThreadOfAnAccoladeOutlivesIt() {
        try (World world = new World(folder)) {
            Set<Thread> before = working();
            try (Accolade accolade = world.start(Clock.systemUTC())) {
                World.sync(accolade);
                assertThat(working()).hasSizeGreaterThan(before.size());
            }
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(before).containsAll(working()));
        }
    }

    /** Threads that read or push; those of tests that ended before may still be among them. */
    private static Set<Thread> working() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().matches("(reading|pushing-.*)-\\d+")).collect(Collectors.toSet());
    }
}
