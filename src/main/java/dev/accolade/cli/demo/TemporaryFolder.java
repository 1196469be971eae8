package dev.accolade.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone, with everything in it, when it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    TemporaryFolder(String name) {
        try {
            this.path = Files.createTempDirectory(name);
        } catch (IOException full) {
            throw new UncheckedIOException("No temporary folder can be made (" + full.getMessage() + "). Nothing was started; free some space, or set java.io.tmpdir.", full);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException remains) {
            throw new UncheckedIOException("The temporary folder " + path + " could not be removed; remove it by hand.", remains);
        }
    }
}
