package dev.accolade.plan;

import dev.accolade.model.DriftKind;
import java.util.Map;
import java.util.Optional;

/**
 * What was found of a grant that somebody else changed on its target.
 *
 * @param healBy   who wants it healed, in words; empty while only the rules may say so
 * @param accepted whether an operator wants it to stay as it is
 * @param facts    for the evidence: names to words
 */
public record Drifted(DriftKind kind, Optional<String> healBy, boolean accepted, Map<String, String> facts) {

    public Drifted {
        facts = Map.copyOf(facts);
    }
}
