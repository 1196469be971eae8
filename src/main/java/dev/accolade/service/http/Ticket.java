package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What a login gave.
 *
 * @param secret  the token or cookie that requests carry
 * @param expires when it surely no longer holds; empty when the service does not tell
 * @param renewal what it can be renewed with, such as a refresh token
 */
public record Ticket(String secret, Optional<Instant> expires, Optional<String> renewal) {

    public Ticket {
        requireNonNull(secret, "secret is null");
        requireNonNull(expires, "expires is null");
        requireNonNull(renewal, "renewal is null");
    }

    @Override
    public String toString() {
        return "Ticket[secret not shown, expires " + expires.map(Instant::toString).orElse("unknown") + "]";
    }
}
