package dev.accolade.ledger;

import java.util.List;

/**
 * How far the erasure of a person is.
 *
 * @param waitsFor ids of changes that must be settled first; empty once everything is erased
 */
public record Erasure(long person, Badges badges, List<Long> waitsFor) {

    /** What becomes of what the person has earned. */
    public enum Badges {
        /** It stays on the targets, and nothing here remembers it. */
        KEEP,
        /** What we made is revoked or disabled first. */
        REVOKE
    }

    public Erasure {
        waitsFor = List.copyOf(waitsFor);
    }

    public boolean done() {
        return waitsFor.isEmpty();
    }
}
