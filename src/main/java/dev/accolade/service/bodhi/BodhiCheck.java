package dev.accolade.service.bodhi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection works.
 *
 * @param updates   how many updates there are
 * @param clockSkew how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record BodhiCheck(long updates, Optional<Duration> clockSkew) {

    public BodhiCheck {
        requireNonNull(clockSkew, "clockSkew is null");
    }
}
