package dev.accolade.ledger.view;

import dev.accolade.model.ChangeKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Unfinished changes that are not sent, because their target would refuse them.
 *
 * @param objectName of the badge class or store; empty for the whole target
 * @param kind       empty for every kind of change
 * @param problem    what the target was found to refuse, and what to do
 * @param since      when it was found
 * @param changes    how many there are
 */
public record Barred(String target, Optional<String> objectName, Optional<ChangeKind> kind, String problem, Instant since, long changes) {

    /** What would be refused, and why. */
    public String sentence() {
        return target + " would refuse " + changes + (changes == 1 ? " change" : " changes") + kind.map(one -> " (" + one + ")").orElse("")
                + objectName.map(name -> " about '" + name + "'").orElse("") + ", so nothing is sent for " + (changes == 1 ? "it" : "them") + ". " + problem;
    }
}
