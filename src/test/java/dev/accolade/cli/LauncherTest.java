package dev.accolade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {

    @TempDir
    Path folder;

    private record Ended(int code, String output) {}

    private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    @Test
    void isASoundScript() throws Exception {
        assertThat(run(new ProcessBuilder("bash", "-n", "accolade"))).isEqualTo(new Ended(0, ""));
        assertThat(Files.isExecutable(Path.of("accolade"))).isTrue();
    }

    @Test
    void saysHowToInstallJavaWhenItIsMissing() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", Path.of("accolade").toAbsolutePath().toString(), "status");
        tools("bash", "dirname", "sed", "head", "find");
        builder.environment().put("PATH", folder.toString());
        builder.environment().remove("JAVA_HOME");

        Ended ended = run(builder);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("Java is missing", "17 or newer", "apt install", "dnf install", "brew install");
    }

    @Test
    void refusesAJavaThatIsTooOld() throws Exception {
        tools("bash", "dirname", "sed", "head", "find");
        Path java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("bash", Path.of("accolade").toAbsolutePath().toString(), "status");
        builder.environment().put("PATH", folder.toString());
        builder.environment().remove("JAVA_HOME");

        assertThat(run(builder)).satisfies(ended -> {
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.output()).contains("11.0", "too old");
        });
    }

    /** A path on which there is nothing but these. */
    private void tools(String... names) throws IOException {
        for (String name : names) {
            for (String place : System.getenv("PATH").split(":")) {
                Path tool = Path.of(place, name);
                if (Files.isExecutable(tool) && !Files.exists(folder.resolve(name))) {
                    Files.createSymbolicLink(folder.resolve(name), tool);
                }
            }
        }
    }
}
