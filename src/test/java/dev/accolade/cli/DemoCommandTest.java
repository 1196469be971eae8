package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.cli.Shell.Ended;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path home;

    @Test
    void tellsTheWholeStoryInJson() {
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
    }

    @Test
    void tellsItInWordsToo() {
        try (Shell shell = new Shell(home)) {
            Ended ended = shell.run("demo", "--once");

            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("Nothing to do", "/badgr/public/assertions/", "authority Lotte Claes", "statements/write", "is disabled").doesNotContain("@example.org:");
        }
    }
}
