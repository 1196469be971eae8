package dev.accolade.model;

import static java.util.Objects.requireNonNull;

/**
 * Names where a right is held, by the source's own id, so that a rename is a rename.
 *
 * @param source name of the configured source
 * @param id     FAS2 and CAVE: the group's numeric id as text; Cloudspot: the company's UUID
 */
public record ScopeKey(String source, String id) {

    public ScopeKey {
        requireNonNull(source, "source is null");
        requireNonNull(id, "id is null");
    }

    @Override
    public String toString() {
        return source + ":" + id;
    }
}
