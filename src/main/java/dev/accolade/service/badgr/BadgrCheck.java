package dev.accolade.service.badgr;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The connection works.
 *
 * @param issuers   on whose staff the login is; empty means that it can award nothing
 * @param clockSkew how far the server's clock is ahead, to the second; empty when it does not tell
 */
public record BadgrCheck(List<Issuer> issuers, Optional<Duration> clockSkew) {

    public BadgrCheck {
        issuers = List.copyOf(issuers);
    }
}
