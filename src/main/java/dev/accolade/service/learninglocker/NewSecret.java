package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a client logs in with from the next request on; the secret before this one is refused.
 *
 * @param clientId 24 hex digits
 * @param basicKey unchanged
 * @param secret   40 hex digits; this is the only place where it is handed over
 */
public record NewSecret(String clientId, Optional<String> basicKey, String secret) {

    public NewSecret {
        requireNonNull(clientId, "clientId is null");
        requireNonNull(basicKey, "basicKey is null");
        requireNonNull(secret, "secret is null");
    }

    @Override
    public String toString() {
        return "NewSecret[of client " + clientId + ", not shown]";
    }
}
