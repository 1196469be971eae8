package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.Entitlement;
import dev.accolade.model.Truth;
import java.util.Optional;

/**
 * What a rule says of one person.
 *
 * @param because  the fact that makes it true; empty otherwise
 * @param excluded the first exclusion that surely fits; empty when none does, or when the rule does not hold anyway
 */
public record Verdict(Truth truth, Optional<Entitlement> because, Optional<Exclusion> excluded) {

    public Verdict {
        requireNonNull(truth, "truth is null");
        requireNonNull(because, "because is null");
        requireNonNull(excluded, "excluded is null");
    }

    static Verdict of(Truth truth) {
        return new Verdict(truth, Optional.empty(), Optional.empty());
    }
}
