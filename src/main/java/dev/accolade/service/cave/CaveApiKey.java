package dev.accolade.service.cave;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of the account that asks; log-ins in a browser are not among them.
 *
 * @param token       the secret itself
 * @param userId      whose it is
 * @param description empty when nobody wrote one
 * @param created     UTC, to the second; empty when CAVE does not tell
 * @param lastUsed    the same; also empty when it was never used
 */
public record CaveApiKey(long id, String token, long userId, Optional<String> description, Optional<Instant> created, Optional<Instant> lastUsed) {

    public CaveApiKey {
        requireNonNull(token, "token is null");
        requireNonNull(description, "description is null");
        requireNonNull(created, "created is null");
        requireNonNull(lastUsed, "lastUsed is null");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CaveApiKey[id=" + id + ", userId=" + userId + "]";
    }
}
