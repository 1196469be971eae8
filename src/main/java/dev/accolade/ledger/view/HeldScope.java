package dev.accolade.ledger.view;

import java.time.Instant;
import java.util.Optional;

/**
 * A scope, or a whole source, that came back so much smaller that nobody is taken from it until a person says that it is true.
 *
 * @param scopeId       empty for the whole source
 * @param name          of the scope; empty for the whole source
 * @param before        members (of a whole source: rights) before
 * @param after         what the last read showed of them
 * @param approvedUntil when a given approval ends; empty without one
 */
public record HeldScope(String source, String scopeId, Optional<String> name, long before, long after, Instant since, Optional<Instant> approvedUntil) {

    /** The command that says it is true, without the name of who says so; a scope name that a shell would read differently is given by its id. */
    public String approveWith() {
        return "accolade approve --scope " + source + ":" + name.filter(text -> text.matches("[\\p{Alnum}_.-]+")).orElse(scopeId);
    }
}
