package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.StepKind;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened, as the history takes it in.
 *
 * @param actor   what or who caused it
 * @param subject what it is about
 * @param outcome name of the change's outcome or state after it; empty where there is none
 * @param payload whatever tells of people, and why: may be erased later; values are never null
 */
record Step(StepKind kind, String actor, Subject subject, Optional<String> outcome, Map<String, String> payload) {

    /** A change, a scope or an account; null for what does not apply. */
    record Subject(String target, String objectId, String objectName, Long person, Integer generation, Long change, String changeKind) {

        static Subject named(String objectName) {
            return new Subject(null, null, objectName, null, null, null, null);
        }

        static Subject target(String name) {
            return new Subject(name, null, null, null, null, null, null);
        }

        static Subject account(String id) {
            return new Subject(null, id, null, null, null, null, null);
        }

        static Subject person(long id) {
            return new Subject(null, null, null, id, null, null, null);
        }
    }

    Step {
        requireNonNull(kind, "kind is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(outcome, "outcome is null");
        payload = Map.copyOf(payload);
    }

    Step(StepKind kind, String actor, Subject subject, Map<String, String> payload) {
        this(kind, actor, subject, Optional.empty(), payload);
    }
}
