package dev.accolade.saved;

import java.util.List;

/**
 * What a file holds.
 *
 * @param ledger the ledger it belongs to
 * @param plan   the latest plan when it was written
 * @param madeAt when that was made, as ISO-8601 text
 */
public record SavedPlan(String ledger, long plan, String madeAt, List<SavedChange> changes) {

    public SavedPlan {
        changes = List.copyOf(changes);
    }
}
