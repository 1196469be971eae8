package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which changes may be claimed.
 *
 * @param chosenBy the run that has chosen them; empty for whoever's turn it is
 */
public record Among(Optional<String> chosenBy) {

    public static final Among ALL = new Among(Optional.empty());

    public Among {
        requireNonNull(chosenBy, "chosenBy is null");
    }

    /** Goes behind what is asked of a change {@code c}, with {@link #run} bound as {@code run}. */
    String sql() {
        return chosenBy.isEmpty() ? "" : " and c.chosen = :run";
    }

    String run() {
        return chosenBy.orElse(null);
    }
}
