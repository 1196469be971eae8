package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Call;
import java.util.List;
import java.util.Optional;

/**
 * One request that found its route and was let in.
 *
 * @param parts what the path holds at the places of the template
 * @param token absent on open routes only
 */
record Visit(Call call, List<String> parts, Optional<Token> token, Tables tables) {

    /** The caller. */
    User user() {
        return tables.users.get(token.orElseThrow().user);
    }

    /** A number in the path; -1, which nobody has, when it is too long for an id. */
    int id(int index) {
        return parts.get(index).length() > 9 ? -1 : Integer.parseInt(parts.get(index));
    }

    /** A query parameter; an empty one counts as absent. */
    Optional<String> parameter(String name) {
        return call.parameter(name).filter(text -> !text.isEmpty());
    }

    /** Whether the caller sees addresses. */
    boolean seesAll() {
        return user().admin || user().serviceAccount();
    }
}
