package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import dev.accolade.service.cave.CaveTokenFile.Replacement;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token files that CAVE's Python client keeps for a server: one named after it, one for all servers, one of old versions. Unlike that client,
 * a file of the server that lacks the key does not hide the others, and nothing is written before all of it is known to be possible.
 * Source: docs/services/cave.md, Token files.
 */
public final class CaveTokenFiles {

    /** The key that is used where none is chosen. */
    public static final String USUAL_KEY = "token";
    /** Where the Python client keeps them. */
    public static final String USUAL_FOLDER = "~/.cloudvolume/secrets";

    private static final Logger LOG = LoggerFactory.getLogger(CaveTokenFiles.class);

    private final Path folder;
    private final CaveTokenFile ofServer;
    private final CaveTokenFile common;
    private final Optional<CaveTokenFile> chosen;

    /**
     * @param server address of the auth server; {@code https} is assumed where it names no scheme
     * @param chosen a file to be read in place of the server's and the common one
     */
    public CaveTokenFiles(Path folder, String server, Optional<Path> chosen) {
        this.folder = requireNonNull(folder, "folder is null");
        this.ofServer = ofServer(server);
        this.common = new CaveTokenFile(folder.resolve("cave-secret.json"));
        this.chosen = chosen.map(CaveTokenFile::new);
    }

    /** A path as people write it: {@code ~/} is the home folder. */
    static Path path(String text) {
        return text.equals("~") || text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(1)) : Path.of(text);
    }

    /**
     * The secret under this key: of the chosen file, else of the server's and the common one, at last of the file of old versions.
     *
     * @throws IllegalStateException when a file on the way cannot be read or is no JSON object
     */
    public Optional<String> read(String key) {
        List<CaveTokenFile> order = new ArrayList<>(chosen.map(List::of).orElseGet(() -> List.of(ofServer, common)));
        CaveTokenFile old = new CaveTokenFile(folder.resolve("chunkedgraph-secret.json"));
        order.add(old);
        for (CaveTokenFile file : order) {
            Optional<String> secret = file.read(key);
            if (secret.isPresent()) {
                LOG.info("The CAVE token is that of {} under the key {}.{}", file.path(), key,
                        file == old ? " CAVE's own client will not read this file for long: save the token again." : "");
                return secret;
            }
        }
        return Optional.empty();
    }

    /**
     * Writes the secret to all files that are asked for, or to none: other keys stay, and a file that holds it already is not touched.
     *
     * @throws IllegalStateException when another secret stands under this key and must not be overwritten, a file is no JSON object, or a file
     *                               cannot be written
     */
    public CaveTokenSaved save(CaveTokenSave wish) {
        List<Path> same = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        List<CaveTokenFile> open = new ArrayList<>();
        targets(wish).forEach((file, overwrite) -> {
            if (file.read(wish.key()).filter(wish.token()::equals).isPresent()) {
                same.add(file.path());
            } else if (file.has(wish.key()) && !overwrite) {
                throw new IllegalStateException(file.path() + " holds another token under the key '" + wish.key() + "'. Nothing was written. "
                        + "Choose another key, or allow to overwrite.");
            } else if (file.readOnly() && wish.ignoreReadonly()) {
                skipped.add(file.path());
            } else {
                open.add(file);
            }
        });
        replace(open, wish);
        return new CaveTokenSaved(open.stream().map(CaveTokenFile::path).toList(), same, skipped);
    }

    /** Each file once, with whether another token in it may be overwritten. */
    private Map<CaveTokenFile, Boolean> targets(CaveTokenSave wish) {
        Map<Path, CaveTokenFile> byPath = new LinkedHashMap<>();
        if (wish.writeToServerFile()) {
            byPath.put(ofServer.path(), ofServer);
        }
        CaveTokenFile other = wish.file().map(CaveTokenFile::new).or(() -> chosen).orElse(ofServer.exists() ? ofServer : common);
        byPath.putIfAbsent(other.path(), other);
        Map<CaveTokenFile, Boolean> targets = new LinkedHashMap<>();
        byPath.values().forEach(file -> targets.put(file, wish.overwrite()));
        wish.localServer().map(this::ofServer).filter(local -> !byPath.containsKey(local.path())).ifPresent(local -> targets.put(local, true));
        return targets;
    }

    private static void replace(List<CaveTokenFile> files, CaveTokenSave wish) {
        List<Replacement> ready = new ArrayList<>();
        try {
            files.forEach(file -> ready.add(file.with(wish.key(), wish.token())));
            ready.forEach(Replacement::apply);
        } finally {
            ready.forEach(Replacement::close);
        }
    }

    private CaveTokenFile ofServer(String server) {
        String netloc = URI.create(server.contains("://") ? server : "https://" + server).getRawAuthority();
        if (netloc == null) {
            throw new IllegalArgumentException("The address of the CAVE server names no host: " + server);
        }
        return new CaveTokenFile(folder.resolve(netloc + "-cave-secret.json"));
    }
}
