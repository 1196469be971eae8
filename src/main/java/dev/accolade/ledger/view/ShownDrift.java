package dev.accolade.ledger.view;

import dev.accolade.model.DriftKind;
import dev.accolade.model.Person;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something on a target that is not as the ledger has it, as people read it. E-mails in it are shortened.
 *
 * @param remoteId the target's id of the assertion or client
 * @param person   empty where nobody is known to be meant
 * @param username what a source calls the person; empty where nobody is known
 * @param ours     whether we made it
 * @param curable  whether Accolade can do something about it
 * @param healBy   who asked to heal it; empty while nobody did
 * @param facts    what is known of it, names to words
 * @param change   what is planned to undo it; empty when nothing is
 * @param settled  when it was so no longer; empty while it is
 * @param how      HEALED or GONE; empty while it is not settled
 */
public record ShownDrift(long id, DriftKind kind, String target, String objectId, String objectName, String remoteId, Optional<Long> person, Optional<String> username,
                         boolean ours, boolean curable, boolean accepted, Instant foundAt, Optional<String> healBy, Map<String, String> facts, Optional<Change> change,
                         Optional<Instant> settled, Optional<String> how) {

    /** A change that would undo it. */
    public record Change(long id, String kind, String state, Optional<String> waitingFor) {}

    /** {@code p-17 (ingrid)}, or that nobody is known. */
    public String who() {
        return person.map(id -> Person.label(id) + username.map(name -> " (" + name + ")").orElse("")).orElse("nobody known");
    }

    /** What differs, in words. */
    public String what() {
        return kind.sentence() + (facts.isEmpty() ? "" : ": " + String.join("; ", facts.entrySet().stream().map(fact -> fact.getKey() + " " + fact.getValue()).toList()));
    }

    /** What will be or was done about it, and what an operator can do. */
    public String next() {
        if (settled.isPresent()) {
            return how.filter("HEALED"::equals).isPresent() ? "healed" : "it is so no longer";
        }
        if (accepted) {
            return "accepted; it stays so";
        }
        if (!ours && kind.isStray()) {
            return "left alone; the other side's";
        }
        return change.map(this::next).orElseGet(() -> !curable ? "reported; " + (kind == DriftKind.ORPHAN ? "it is not certain that nobody has earned it" : "see to it by hand")
                : healBy.isPresent() ? "will be healed by the next plan" : kind.isLoss() ? "nothing: no rule is known to earn it now" : "reported; accolade verify --heal undoes it");
    }

    private String next(Change planned) {
        String which = planned.kind().toLowerCase(java.util.Locale.ROOT) + " planned, change " + planned.id();
        if (planned.state().equals("DROPPED")) {
            return which + ", dropped: accolade failures retry " + planned.id();
        }
        return planned.waitingFor().filter("DRIFT"::equals).isPresent() ? which + ", held: accolade verify --heal, or accolade approve " + planned.id()
                : which + (planned.state().equals("REFUSED") ? ", refused: accolade failures" : planned.waitingFor().map(why -> ", waits for " + why.toLowerCase(java.util.Locale.ROOT)).orElse(""));
    }
}
