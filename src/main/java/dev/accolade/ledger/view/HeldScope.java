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

    /** What an approval names: empty for the whole source. */
    public String approvable() {
        return name.orElse(scopeId);
    }
}
