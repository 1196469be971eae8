package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.Desired;
import dev.accolade.model.GrantKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A change that one worker has for the time of its lease; the row in the ledger is its intent.
 *
 * @param remoteId  of the assertion or client to change; empty for an award
 * @param lookFirst whether an earlier attempt may have had an effect: look at the target before sending
 * @param attempts  this one included
 * @param beginBy   the work is begun before this or not at all, so that its requests end within the lease
 * @param intentAt  when it was first claimed: what the target made for it is not older
 */
public record Claim(long id, GrantKey key, int generation, ChangeKind kind, String objectName, Desired desired, Optional<String> remoteId, boolean ours,
                    boolean lookFirst, int attempts, Instant intentAt, Instant beginBy, Map<String, String> evidence, String owner) {

    /** The same, about something that looks like this on the target. */
    public Claim showing(Desired shown) {
        return new Claim(id, key, generation, kind, objectName, shown, remoteId, ours, lookFirst, attempts, intentAt, beginBy, evidence, owner);
    }

    /** For messages: what, to whom, without an address. */
    @Override
    public String toString() {
        return kind + " '" + objectName + "' for p-" + key.person() + " (change " + id + ")";
    }
}
