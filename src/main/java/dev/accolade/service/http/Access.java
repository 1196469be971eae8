package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What requests of a connection carry so that the service lets them in.
 *
 * @param kind    for people: {@code OAuth2 access token}
 * @param header  name of the header that carries it
 * @param value   of that header; a secret
 * @param expires when it surely no longer holds; empty when it lasts, or the service does not tell
 */
public record Access(String kind, String header, String value, Optional<Instant> expires) {

    public Access {
        requireNonNull(kind, "kind is null");
        requireNonNull(header, "header is null");
        requireNonNull(value, "value is null");
        requireNonNull(expires, "expires is null");
    }

    @Override
    public String toString() {
        return "Access[" + kind + ", value not shown]";
    }
}
