package dev.accolade.properties;

import dev.accolade.rules.Identities;
import dev.accolade.rules.IdentityFile;
import dev.accolade.rules.KnownNames;
import dev.accolade.rules.RuleFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What operators say of who is who, as pairs of SOURCE:ID.
 *
 * @param file the same, read
 */
record Says(List<List<String>> links, List<List<String>> separations, Identities file) {

    static final Says NOTHING = new Says(List.of(), List.of(), Identities.NONE);

    private static final KnownNames NAMES = new KnownNames(Map.of(Village.FEDORA, "fas", Village.REEF, "cave"), Map.of());

    /** One more; a contradiction is not loaded, and leaves everything as it was. */
    Says and(boolean link, String one, String other) {
        return one.equals(other) ? this : of(link ? with(links, one, other) : links, link ? separations : with(separations, one, other)).orElse(this);
    }

    private static List<List<String>> with(List<List<String>> pairs, String one, String other) {
        return Stream.concat(pairs.stream(), Stream.of(List.of(one, other))).toList();
    }

    private static Optional<Says> of(List<List<String>> links, List<List<String>> separations) {
        try {
            return Optional.of(new Says(links, separations, IdentityFile.parse("identities.yaml", "version: 1\nlinks: " + links + "\nseparations: " + separations + "\n", NAMES)));
        } catch (RuleFileException contradiction) {
            return Optional.empty();
        }
    }
}
