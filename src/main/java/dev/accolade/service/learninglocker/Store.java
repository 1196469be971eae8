package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

/**
 * A store of learning records.
 *
 * @param id    24 hex digits
 * @param title not unique; empty when it has none
 */
public record Store(String id, String title) {

    public Store {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
    }
}
