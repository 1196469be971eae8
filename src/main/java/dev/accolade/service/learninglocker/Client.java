package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A client of a Learning Locker: who it speaks for, and what it may do. Its secret has no place here.
 *
 * @param id           24 hex digits
 * @param title        not unique; empty when it has none
 * @param organisation 24 hex digits; a client without one can be seen by nobody but a site administrator
 * @param storeId      the store it belongs to; without one it cannot use the xAPI
 * @param authority    the xAPI authority as an object; empty when it has none
 * @param scopes       in the order stored; may hold some twice
 * @param trusted      false when it is disabled
 * @param basicKey     what it logs in with; not unique
 * @param createdAt    UTC; anybody who may change the client may change this
 * @param updatedAt    UTC
 */
public record Client(String id, String title, Optional<String> organisation, Optional<String> storeId, Optional<JsonNode> authority,
                     List<String> scopes, boolean trusted, Optional<String> basicKey, Optional<Instant> createdAt, Optional<Instant> updatedAt) {

    public Client {
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(organisation, "organisation is null");
        requireNonNull(storeId, "storeId is null");
        requireNonNull(authority, "authority is null");
        scopes = List.copyOf(scopes);
        requireNonNull(basicKey, "basicKey is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }

    @Override
    public String toString() {
        return "Client[" + id + (trusted ? "]" : ", disabled]");
    }
}
