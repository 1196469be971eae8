package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One group.
 *
 * @param approved its members; people who wait for a sponsor are not among them
 */
public record FasGroup(long id, String name, String type, List<FasMembership> approved) {

    public FasGroup {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        approved = List.copyOf(approved);
    }
}
