package dev.accolade.service.badgr;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A collection of badges in the backpack of the account that logs in.
 *
 * @param shareUrl   address of its public page; empty unless it is published
 * @param assertions their entityIds
 */
public record BadgeCollection(String entityId, String name, String description, boolean published, Optional<String> shareUrl,
                              List<String> assertions) {

    public BadgeCollection {
        requireNonNull(entityId, "entityId is null");
        requireNonNull(name, "name is null");
        assertions = List.copyOf(assertions);
    }
}
