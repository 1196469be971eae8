package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

/**
 * A person in a group.
 *
 * @param name  the account's name, which may differ from the custom name that {@link CaveUser} shows
 * @param admin whether the person administers this group
 */
public record CaveMember(long id, String name, boolean admin) {

    public CaveMember {
        requireNonNull(name, "name is null");
    }
}
