package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A group with approved memberships, or with a part of them: a group larger than a chunk comes several times, under the same id.
 *
 * @param name        at most 32 characters, changed by a rename
 * @param type        {@code git}, {@code tracking}, {@code cla} and so on
 * @param memberships empty only for a group that has nobody
 */
public record FasGroupMembers(long id, String name, String type, List<FasMembership> memberships) {

    public FasGroupMembers {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        memberships = List.copyOf(memberships);
    }
}
