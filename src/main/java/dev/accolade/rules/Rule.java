package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * From a person's entitlements to one grant.
 *
 * @param id      unique in its file, never shown to recipients
 * @param title   one line for people
 * @param line    where the rule begins in its file, 1-based
 * @param when    what a person must hold
 * @param except  whoever fits one of these earns nothing by this rule; those for all rules are among them
 * @param award   what is earned
 * @param onLeave what happens when {@code when} no longer holds
 * @param onIdentityChange what happens to a badge when the person's e-mail is another one than the badge's
 * @param onDrift what happens when somebody else changes on the target what it has earned
 */
public record Rule(String id, String title, int line, Holds when, List<Exclusion> except, Award award, OnLeave onLeave,
                   OnIdentityChange onIdentityChange, OnDrift onDrift) {

    public Rule {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(when, "when is null");
        except = List.copyOf(except);
        requireNonNull(award, "award is null");
        requireNonNull(onLeave, "onLeave is null");
        requireNonNull(onIdentityChange, "onIdentityChange is null");
        requireNonNull(onDrift, "onDrift is null");
    }

    /**
     * A text that changes exactly when the rule may earn something for other people than before, or may take what it let people keep: a removal
     * it then causes is held.
     */
    public String condition() {
        return when.sentence() + (except.isEmpty() ? "" : except.stream().map(exclusion -> exclusion.condition().sentence()).distinct().sorted()
                .collect(Collectors.joining(" or ", " except ", ""))) + (onLeave.action() == OnLeave.Action.KEEP ? ", for good" : "");
    }
}
