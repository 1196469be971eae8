package dev.accolade.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
import dev.accolade.sandbox.community.Community;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands in this process, in a home of their own with the shipped configuration, on a sandbox with the sample community. */
final class Shell implements AutoCloseable {

    /** What a command left behind. */
    record Ended(int code, String out, String err) {

        /** The last line as JSON. */
        JsonNode json() {
            List<String> lines = out.lines().toList();
            return parsed(lines.get(lines.size() - 1));
        }

        List<JsonNode> jsonLines() {
            return out.lines().map(Ended::parsed).toList();
        }

        private static JsonNode parsed(String line) {
            try {
                return new ObjectMapper().readTree(line);
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + line, notJson);
            }
        }
    }

    final Sandbox sandbox = SandboxServices.start("127.0.0.1", 0, Community.sample());
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    String input = "";

    Shell(Path home) {
        this.home = home;
        try {
            for (String folder : List.of("config", "routes")) {
                copy(Path.of(folder), home.resolve(folder));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        environment.put("ACCOLADE_HOME", home.toString());
        environment.put("FAS_URL", SandboxServices.address(sandbox, "fas"));
        environment.put("CAVE_URL", SandboxServices.address(sandbox, "cave"));
        environment.put("CLOUDSPOT_URL", SandboxServices.address(sandbox, "cloudspot"));
        environment.put("BADGR_URL", SandboxServices.address(sandbox, "badgr"));
        environment.put("LEARNING_LOCKER_URL", SandboxServices.address(sandbox, "learning-locker"));
    }

    /** Changes a line of the settings file. */
    void setting(String key, String value) {
        without(key);
        append(key + "=" + value + "\n");
    }

    void without(String key) {
        Path file = home.resolve("config/application.properties");
        try {
            Files.write(file, Files.readAllLines(file).stream().filter(line -> !line.startsWith(key + "=")).toList());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(home.resolve("config/application.properties"), line, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What the sandbox says of itself. */
    JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(URI.create(sandbox.address() + path).toURL());
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Writes lines behind the shipped settings; a later line of a key wins. */
    Shell setting(String... lines) {
        Path file = home.resolve("config/application.properties");
        try {
            Files.writeString(file, Files.readString(file) + "\n" + String.join("\n", lines) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(environment::get, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), Clock.systemUTC(), false);
        int code = Main.commandLine(surroundings, new PrintWriter(out, true), new PrintWriter(err, true)).execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
