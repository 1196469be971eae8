package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.ChangeKind;
import java.util.Optional;

/**
 * What a target would refuse, found by asking it before anything is sent.
 *
 * @param objectId of the badge class or store; empty for the whole target
 * @param kind     empty for every kind of change
 * @param problem  for people: what, where, and what to do; names nobody
 */
public record Barrier(String target, Optional<String> objectId, Optional<ChangeKind> kind, String problem) {

    public Barrier {
        requireNonNull(target, "target is null");
        requireNonNull(objectId, "objectId is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(problem, "problem is null");
    }

    public static Barrier target(String target, String problem) {
        return new Barrier(target, Optional.empty(), Optional.empty(), problem);
    }
}
