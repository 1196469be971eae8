package dev.accolade.sandbox.cave;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An API key, or a login token when it expires; each carries a copy of its owner's rights that may be out of date. */
final class Token {

    final int id;
    final int user;
    final String secret;
    final Optional<String> description;
    final Optional<Instant> expires;
    final Instant created;
    volatile Instant updated;
    volatile Instant lastUsed;
    volatile Map<String, Object> rights = Map.of();

    Token(int id, int user, String secret, Optional<String> description, Instant created, Optional<Instant> expires) {
        this.id = id;
        this.user = user;
        this.secret = secret;
        this.description = description;
        this.created = created;
        this.updated = created;
        this.expires = expires;
    }

    boolean apiKey() {
        return expires.isEmpty();
    }

    /** Written at each use of an API key, and moves {@code updated} too. */
    void used(Instant now) {
        if (apiKey()) {
            lastUsed = now;
            updated = now;
        }
    }

    @Override
    public String toString() {
        return "Token[id=" + id + ", user=" + user + "]";
    }
}
