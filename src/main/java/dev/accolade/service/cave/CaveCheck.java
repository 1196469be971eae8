package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * The connection works, and lists of groups and people are open to it.
 *
 * @param account   whose token it is
 * @param clockSkew how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record CaveCheck(CaveUser account, Optional<Duration> clockSkew) {

    public CaveCheck {
        requireNonNull(account, "account is null");
    }
}
