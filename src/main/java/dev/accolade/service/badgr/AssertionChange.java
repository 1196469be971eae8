package dev.accolade.service.badgr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an assertion is to become; what is absent stays as it is. The badge class cannot change, and Badgr looks for no duplicates here.
 *
 * @param recipient a new one, with its type; leave it out to keep the present one
 * @param evidence  replaces the present one
 */
public record AssertionChange(Optional<Recipient> recipient, Optional<String> narrative, Optional<List<Evidence>> evidence, Optional<Instant> issuedOn,
                              Optional<Instant> expires) {

    public static AssertionChange narrative(String text) {
        return new AssertionChange(Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
