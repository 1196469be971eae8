package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

/** A group; the id stays when an administrator renames it. */
public record CaveGroup(long id, String name) {

    public CaveGroup {
        requireNonNull(name, "name is null");
    }
}
