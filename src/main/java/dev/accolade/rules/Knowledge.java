package dev.accolade.rules;

import dev.accolade.model.Scope;
import java.util.Optional;

/** What is known of the sources at the time of one plan. */
public interface Knowledge {

    /** The scope a rule names, by the id it was once pinned to; empty when it was never found or has vanished. */
    Optional<Scope> scope(String source, String nameOrId);

    /**
     * Whether a complete and recent enough read lists everybody who holds a right there.
     *
     * @param scope empty for the whole source
     */
    boolean listsEverybody(String source, Optional<Scope> scope);

    /** Whether a complete and recent enough read lists everybody's account, with its status. */
    boolean listsPeople(String source);
}
