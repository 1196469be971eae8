package dev.accolade.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How many statements the migrations of the ledger have. */
final class Statements {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    private Statements() {}

    static int inMigrations() {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.mapToInt(Statements::in).sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int in(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return (int) lines.stream().filter(line -> line.replaceFirst("--.*", "").stripTrailing().endsWith(";")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
