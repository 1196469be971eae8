package dev.accolade.service.badgr;

import java.time.Instant;
import java.util.List;

/**
 * What changed.
 *
 * @param items     {@link Issuer}, {@link BadgeClass} or {@link Assertion}, oldest change first; empty when nothing did
 * @param timestamp the server's time before it looked: the next {@code since}
 */
public record Changes(List<Object> items, Instant timestamp) {

    public Changes {
        items = List.copyOf(items);
    }
}
