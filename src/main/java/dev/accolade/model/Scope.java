package dev.accolade.model;

import static java.util.Objects.requireNonNull;

/**
 * A group or company as its source calls it now.
 *
 * @param name may change at any time; the key may not
 */
public record Scope(ScopeKey key, String name) {

    public Scope {
        requireNonNull(key, "key is null");
        requireNonNull(name, "name is null");
    }
}
