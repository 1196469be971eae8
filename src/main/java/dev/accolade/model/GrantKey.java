package dev.accolade.model;

import static java.util.Objects.requireNonNull;

/**
 * What a person has earned: at most one open grant exists for it.
 *
 * @param target   name of the configured target
 * @param objectId the target's id of the badge class or store
 * @param person   the ledger's id of the person
 */
public record GrantKey(String target, String objectId, long person) {

    public GrantKey {
        requireNonNull(target, "target is null");
        requireNonNull(objectId, "objectId is null");
    }
}
