package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * One token file of CAVE's Python client: a JSON object from key to secret. It is replaced as a whole and readable by its owner alone; what else is
 * in it stays, and a link stays a link. Source: docs/services/cave.md, Token files.
 */
final class CaveTokenFile {

    private static final ObjectMapper JSON = new ObjectMapper().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path path;

    CaveTokenFile(Path path) {
        this.path = requireNonNull(path, "path is null").toAbsolutePath().normalize();
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The secret under this key; empty when there is no such file, no such key, or nothing under it.
     *
     * @throws IllegalStateException when the file cannot be read or is no JSON object
     */
    Optional<String> read(String key) {
        return Optional.ofNullable(content().path(key).textValue()).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether there is anything under this key, be it a token or not. */
    boolean has(String key) {
        return content().has(key);
    }

    /** Whether its folder is there and cannot be written to. */
    boolean readOnly() {
        return Files.isDirectory(path.getParent()) && !Files.isWritable(path.getParent());
    }

    /**
     * The file as it will be, beside the one that is there.
     *
     * @throws IllegalStateException when it cannot be written; nothing has changed then
     */
    Replacement with(String key, String secret) {
        ObjectNode content = content().put(key, secret);
        if (readOnly()) {
            throw unwritable(path, new AccessDeniedException(path.toString()));
        }
        try {
            Path target = exists() ? path.toRealPath() : path;
            Files.createDirectories(target.getParent(), readable("rwx------"));
            Path fresh = Files.createTempFile(target.getParent(), path.getFileName().toString(), ".new", readable("rw-------"));
            Replacement replacement = new Replacement(path, fresh, target);
            try {
                Files.write(fresh, JSON.writeValueAsBytes(content));
                return replacement;
            } catch (IOException full) {
                replacement.close();
                throw full;
            }
        } catch (IOException refused) {
            throw unwritable(path, refused);
        }
    }

    /** A file that waits to take the place of another. */
    record Replacement(Path path, Path fresh, Path target) implements AutoCloseable {

        /** @throws IllegalStateException when that fails; the other is as it was */
        void apply() {
            try {
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException refused) {
                throw unwritable(path, refused);
            }
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(fresh);
            } catch (IOException leftBehind) {
                throw unwritable(fresh, leftBehind);
            }
        }
    }

    private ObjectNode content() {
        if (!exists()) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(Files.readAllBytes(path)) instanceof ObjectNode content) {
                return content;
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(path + " cannot be read as JSON (" + unreadable.getClass().getSimpleName() + "). Repair or remove it.");
        }
        throw new IllegalStateException(path + " is no JSON object from key to token. Repair or remove it.");
    }

    private static IllegalStateException unwritable(Path file, IOException refused) {
        return new IllegalStateException(file + " cannot be written (" + refused.getClass().getSimpleName() + "); it is as it was.", refused);
    }

    private FileAttribute<?>[] readable(String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
