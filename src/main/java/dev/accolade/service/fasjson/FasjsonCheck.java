package dev.accolade.service.fasjson;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection works: the server knows who asks, and its directory answers.
 *
 * @param account   who asks
 * @param groups    how many groups there are
 * @param clockSkew how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record FasjsonCheck(FasjsonCaller account, long groups, Optional<Duration> clockSkew) {

    public FasjsonCheck {
        requireNonNull(account, "account is null");
        requireNonNull(clockSkew, "clockSkew is null");
    }
}
