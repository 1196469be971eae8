package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own, because it runs until it is stopped. */
class RunCommandTest {

    @TempDir
    Path home;

    @Test
    void awardsAtOnceServesTheDashboardAndEndsWithZeroWhenStopped() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Shell shell = new Shell(home).setting("accolade.http.port=" + port)) {
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                    "-cp", System.getProperty("java.class.path"), "dev.accolade.cli.Main", "run", "--output", "json").redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(shell.environment);
            Process run = builder.start();
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
                String first = lines.readLine();
                assertThat(first).isNotNull().doesNotContain("sandbox-webhook-path", "sandbox-event-secret");
                JsonNode printed = new ObjectMapper().readTree(first);
                assertThat(get(printed.path("dashboard").asText()).statusCode()).isEqualTo(200);
                await().atMost(Duration.ofSeconds(60)).until(() -> assertions(shell) == 64);
                run.destroy();
                assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(run.exitValue()).isZero();
            } finally {
                run.destroyForcibly();
            }
        }
    }

    private static int assertions(Shell shell) throws Exception {
        return new ObjectMapper().readTree(get(shell.sandbox.address() + "/sandbox/badgr/summary").body()).path("assertions").asInt();
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
