package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token files that CAVE's Python client keeps: JSON objects from key to secret, one for each server and one for all. Unlike that client,
 * a file of the server that lacks the key does not hide the common one, and files are replaced as a whole, readable by their owner alone.
 * Source: docs/services/cave-auth.md, chapter 5.
 */
public final class CaveTokenFile {

    /** The key that is used where none is chosen. */
    public static final String USUAL_KEY = "token";

    private static final Logger LOG = LoggerFactory.getLogger(CaveTokenFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path ofServer;
    private final Path common;

    /**
     * @param folder usually {@code ~/.cloudvolume/secrets}
     * @param server address of the auth server; {@code https} is assumed where it names no scheme
     */
    public CaveTokenFile(Path folder, String server) {
        this.folder = requireNonNull(folder, "folder is null");
        this.ofServer = folder.resolve(netloc(server) + "-cave-secret.json");
        this.common = folder.resolve("cave-secret.json");
    }

    /**
     * The secret under this key: of the server's file, else of the common one, else of the file of old versions.
     *
     * @throws IllegalStateException when a file on the way cannot be read or is no JSON object
     */
    public Optional<String> read(String key) {
        for (Path file : List.of(ofServer, common, folder.resolve("chunkedgraph-secret.json"))) {
            Optional<String> secret = Optional.ofNullable(content(file).path(key).textValue()).filter(text -> !text.isBlank());
            if (secret.isPresent()) {
                LOG.info("The CAVE token is that of {} under the key {}.", file, key);
                return secret;
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the secret to the server's file and to the common one; other keys stay. Nothing is written where it stands already.
     *
     * @throws IllegalStateException when another secret stands under this key and must not be overwritten (nothing was written then), or a
     *                               file cannot be written
     */
    public void save(String key, String secret, boolean overwrite) {
        List<Path> targets = List.of(ofServer, common);
        for (Path file : targets) {
            JsonNode there = content(file).path(key);
            if (!overwrite && !there.isMissingNode() && !secret.equals(there.textValue())) {
                throw new IllegalStateException(file + " holds another token under the key '" + key + "'. Nothing was written. "
                        + "Choose another key, or allow to overwrite.");
            }
        }
        targets.forEach(file -> write(file, key, secret));
    }

    private void write(Path file, String key, String secret) {
        ObjectNode content = content(file);
        if (secret.equals(content.path(key).textValue())) {
            return;
        }
        try {
            Files.createDirectories(folder, readable("rwx------"));
            Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", readable("rw-------"));
            try {
                Files.write(fresh, JSON.writeValueAsBytes(content.put(key, secret)));
                replace(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException refused) {
            throw new IllegalStateException(file + " cannot be written (" + refused.getClass().getSimpleName() + "); it is as it was.", refused);
        }
    }

    private static void replace(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException here) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileAttribute<?>[] readable(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static ObjectNode content(Path file) {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(file.toFile()) instanceof ObjectNode content) {
                return content;
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read as JSON (" + unreadable.getClass().getSimpleName() + "). Repair or remove it.");
        }
        throw new IllegalStateException(file + " is no JSON object from key to token. Repair or remove it.");
    }

    private static String netloc(String server) {
        String netloc = URI.create(server.contains("://") ? server : "https://" + server).getRawAuthority();
        if (netloc == null) {
            throw new IllegalArgumentException("The address of the CAVE server names no host: " + server);
        }
        return netloc;
    }
}
