package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ByName;
import java.util.List;

/** The scopes that a client may hold. Source: docs/services/learning-locker.md, section 3 */
final class Scopes {

    static final List<String> KNOWN = List.of("all", "xapi/all", "xapi/read", "statements/read", "statements/read/mine", "statements/write",
            "statements/delete", "state", "profile");

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
}
