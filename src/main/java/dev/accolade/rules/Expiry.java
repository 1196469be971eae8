package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import dev.accolade.model.Lifetime;
import java.time.Instant;
import java.util.Optional;

/**
 * When a badge ends: some time after it is awarded, or at a fixed time.
 *
 * @param lifetime empty where {@code at} says it
 * @param at       empty where {@code lifetime} says it
 * @param renew    how long before its end it is renewed while its rule holds; empty when it just ends, and always empty at a fixed time
 */
public record Expiry(Optional<Lifetime> lifetime, Optional<Instant> at, Optional<Lifetime> renew) {

    public Expiry {
        requireNonNull(lifetime, "lifetime is null");
        requireNonNull(at, "at is null");
        requireNonNull(renew, "renew is null");
        if (lifetime.isPresent() == at.isPresent() || at.isPresent() && renew.isPresent()) {
            throw new IllegalArgumentException("a badge ends after a time, which may be renewed, or at a fixed time");
        }
    }
}
