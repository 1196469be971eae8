package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because it runs until it is stopped. */
class SandboxCommandTest {

    @TempDir
    Path folder;

    private Process start(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "dev.accolade.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void printsEveryBaseAddressOnOneLineAndEndsWithZeroWhenStopped() throws Exception {
        Process sandbox = start("sandbox", "--port", "0", "--people", "20", "--groups", "2", "--output", "json");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8))) {
            JsonNode printed = new ObjectMapper().readTree(lines.readLine());
            assertThat(printed.properties()).extracting(Map.Entry::getKey).contains("fas", "cave", "cloudspot", "badgr", "learning-locker", "fasjson", "bodhi", "sandbox");
            assertThat(printed.path("learning-locker").asText()).endsWith("/learning-locker/api");
            HttpResponse<String> summary = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(printed.path("sandbox").asText() + "/sandbox/fas/summary")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(new ObjectMapper().readTree(summary.body()).path("people").asInt()).isGreaterThanOrEqualTo(20);
            sandbox.destroy();
            assertThat(sandbox.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.exitValue()).isZero();
        } finally {
            sandbox.destroyForcibly();
        }
    }

    @Test
    void refusesASeedThatIsNotThere() throws Exception {
        try (Shell shell = new Shell(folder)) {
            Shell.Ended ended = shell.run("sandbox", "--port", "0", "--seed", folder.resolve("missing").toString());

            assertThat(ended.code()).isEqualTo(64);
            assertThat(ended.err()).contains("is not a directory", "--seed");
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (Shell shell = new Shell(folder)) {
            Shell.Ended ended = shell.run("sandbox", "--port", Integer.toString(URI.create(shell.sandbox.address()).getPort()));

            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err()).contains("cannot listen", "--port");
        }
    }
}
