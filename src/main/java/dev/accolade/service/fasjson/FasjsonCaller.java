package dev.accolade.service.fasjson;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who asks, as the directory names it.
 *
 * @param dn       distinguished name
 * @param username empty for a service
 * @param service  like {@code HTTP/host.example.org}; empty for a person
 */
public record FasjsonCaller(String dn, Optional<String> username, Optional<String> service) {

    public FasjsonCaller {
        requireNonNull(dn, "dn is null");
        requireNonNull(username, "username is null");
        requireNonNull(service, "service is null");
    }
}
