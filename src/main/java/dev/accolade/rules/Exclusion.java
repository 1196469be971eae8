package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

/**
 * Whoever fits earns nothing.
 *
 * @param line         where it stands in the rules file, 1-based
 * @param enrolledOnly whether the source tells only of accounts that were enrolled, so that nobody else can fit
 */
public record Exclusion(int line, Condition condition, boolean enrolledOnly) {

    public Exclusion {
        requireNonNull(condition, "condition is null");
    }

    /** In words, with its line. */
    public String sentence() {
        return "excluded by line " + line + " because of " + condition.sentence();
    }
}
