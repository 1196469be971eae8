package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ByName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scopes that a client may hold. Source: docs/services/learning-locker.md, chapter 3 */
final class Scopes {

    static final List<String> KNOWN = List.of("all", "xapi/all", "xapi/read", "statements/read", "statements/read/mine", "statements/write",
            "statements/delete", "state", "profile");

    private static final Set<String> READING = Set.of("all", "xapi/all", "xapi/read", "statements/read", "statements/read/mine");

    private Scopes() {
    }

    /** In a fixed order, each once. */
    static List<String> checked(List<String> scopes) {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a client without scopes can do nothing; disable it instead");
        }
        for (String scope : scopes) {
            if (scope.equals("all/read")) {
                throw new IllegalArgumentException("scope 'all/read' is documented but refused by Learning Locker; use 'xapi/read'");
            }
            if (!KNOWN.contains(scope)) {
                throw new IllegalArgumentException("there is no scope '" + scope + "'; did you mean '" + ByName.nearest(scope, KNOWN)
                        + "'? Known are " + KNOWN);
            }
        }
        return KNOWN.stream().filter(scopes::contains).toList();
    }

    /** What is allowed but seldom meant; empty when nothing is odd. */
    static Optional<String> doubt(List<String> scopes) {
        return scopes.contains("statements/write") && scopes.stream().noneMatch(READING::contains)
                ? Optional.of("a client with 'statements/write' and no scope to read is refused (403) when it reads back what it stored; "
                        + "add 'statements/read/mine' if it should") : Optional.empty();
    }
}
