package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A client to be created. Everything Learning Locker would store without a word although it makes no sense is refused here.
 *
 * @param storeId   24 hex digits; Learning Locker does not check that it exists
 * @param authority an xAPI Agent with exactly one identifier, or a Group of two such Agents
 * @param scopes    at least one; put in a fixed order without repetitions
 * @param basicKey  chosen here so that the client can be found again; empty lets the server choose
 */
public record ClientRequest(String title, String storeId, JsonNode authority, List<String> scopes, Optional<String> basicKey, boolean trusted) {

    /** @throws IllegalArgumentException saying what is wrong */
    public ClientRequest {
        if (requireNonNull(title, "title is null").isBlank()) {
            throw new IllegalArgumentException("the title of the client is blank");
        }
        storeId = Ids.checked(storeId, "storeId");
        authority = Authority.checked(authority);
        scopes = Scopes.checked(scopes);
        requireNonNull(basicKey, "basicKey is null");
    }

    @Override
    public String toString() {
        return "ClientRequest[in store " + storeId + "]";
    }
}
