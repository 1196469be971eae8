package dev.accolade.service.fas;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection works.
 *
 * @param account   who it is logged in as
 * @param clockSkew how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record FasCheck(FasPerson account, Optional<Duration> clockSkew) {

    public FasCheck {
        requireNonNull(account, "account is null");
    }
}
