package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A wish to keep a token in token files.
 *
 * @param token             the secret
 * @param key               its name in the files
 * @param overwrite         whether another token under this key may be replaced
 * @param file              where to, beside the server's own file; empty for the file that the connection reads
 * @param writeToServerFile whether the file that is named after the server gets it too
 * @param ignoreReadonly    whether a folder that cannot be written to is passed over
 * @param localServer       address of a local server whose file gets it too, whatever it held
 */
public record CaveTokenSave(String token, String key, boolean overwrite, Optional<Path> file, boolean writeToServerFile, boolean ignoreReadonly,
        Optional<String> localServer) {

    public CaveTokenSave {
        requireNonNull(token, "token is null");
        if (!token.matches("[!-~]+")) {
            throw new IllegalArgumentException("what is to be saved is no token: it is empty, or has spaces or other unusual characters in it");
        }
        if (requireNonNull(key, "key is null").isBlank()) {
            throw new IllegalArgumentException("the key of the token is blank");
        }
        requireNonNull(file, "file is null");
        requireNonNull(localServer, "localServer is null");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "CaveTokenSave[key=" + key + ", overwrite=" + overwrite + ", file=" + file + "]";
    }
}
