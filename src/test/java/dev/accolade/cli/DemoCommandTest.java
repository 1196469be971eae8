package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path home;

    @Test
    void tellsTheWholeStoryInJsonAndLeavesNothingBehind() throws IOException {
        Set<Path> before = folders();
        try (Shell shell = new Shell(home)) {
            Ended ended = shell.run("demo", "--once", "--output", "json");

            assertThat(ended.code()).as(ended.err()).isZero();
            List<JsonNode> steps = ended.jsonLines();
            assertThat(steps).extracting(step -> step.path("step").asText())
                    .containsExactly("sandbox", "pull", "plan", "apply", "awards", "clients", "second-plan", "event", "event", "summary");
            JsonNode summary = steps.get(steps.size() - 1);
            assertThat(summary.path("awarded").asInt()).isEqualTo(steps.get(4).path("awards").size()).isGreaterThan(60);
            assertThat(summary.path("clients").asInt()).isEqualTo(steps.get(5).path("clients").size()).isEqualTo(6);
            assertThat(summary.path("failed").asInt(-1)).isZero();
            assertThat(summary.path("secondPlanChanges").asInt(-1)).isZero();
            assertThat(summary.path("eventToBadgeMillis").asLong()).isPositive();
            assertThat(summary.path("eventToClientMillis").asLong()).isPositive();
        }
        assertThat(folders()).isEqualTo(before);
    }

    @Test
    void tellsItInWordsToo() {
        try (Shell shell = new Shell(home)) {
            Ended ended = shell.run("demo", "--once");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("Nothing to do", "/badgr/public/assertions/", "authority Lotte Claes", "statements/write", "is disabled").doesNotContain("@example.org:");
        }
    }

    private static Set<Path> folders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("accolade-demo")).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
