package dev.accolade.service.cave;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a wish to keep a token.
 *
 * @param written files that were replaced or made
 * @param same    files that held it already, under this key, and were not touched
 * @param skipped files in folders that cannot be written to
 */
public record CaveTokenSaved(List<Path> written, List<Path> same, List<Path> skipped) {

    public CaveTokenSaved {
        written = List.copyOf(written);
        same = List.copyOf(same);
        skipped = List.copyOf(skipped);
    }
}
