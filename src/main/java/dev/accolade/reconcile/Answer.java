package dev.accolade.reconcile;

import dev.accolade.ledger.view.Generation;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.model.Truth;
import java.util.List;
import java.util.Optional;

/**
 * Why somebody has a badge or client, or lacks it.
 *
 * @param target      name of the configured target
 * @param object      how rules call the badge class or store
 * @param rules       what each rule that names it says of the person, in the order of the file
 * @param generations all there were, the first first
 * @param open        what is under way; empty when nothing is
 * @param note        a closing sentence, where the rules alone do not explain how it stands
 */
public record Answer(String target, String object, List<Said> rules, List<Generation> generations, Optional<ShownChange> open, Optional<String> note) {

    /**
     * What one rule says.
     *
     * @param line       in the rules file
     * @param excludedBy line of the exclusion that fits; empty when none does
     */
    public record Said(String rule, int line, Truth truth, Optional<Integer> excludedBy, String sentence) {}

    public Answer {
        rules = List.copyOf(rules);
        generations = List.copyOf(generations);
    }
}
