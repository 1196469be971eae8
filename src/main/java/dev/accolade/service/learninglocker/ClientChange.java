package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What is to be different about a client; empty leaves a field as it is.
 *
 * @param id     of the client
 * @param scopes replaces all scopes
 */
public record ClientChange(String id, Optional<String> title, Optional<String> storeId, Optional<JsonNode> authority,
                           Optional<List<String>> scopes, Optional<Boolean> trusted) {

    /** @throws IllegalArgumentException saying what is wrong */
    public ClientChange {
        id = Ids.checked(id, "id");
        storeId = storeId.map(store -> Ids.checked(store, "storeId"));
        authority = authority.map(Authority::checked);
        scopes = scopes.map(Scopes::checked);
    }

    public static ClientChange of(String id) {
        return new ClientChange(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ClientChange withTitle(String text) {
        return new ClientChange(id, Optional.of(text), storeId, authority, scopes, trusted);
    }

    public ClientChange withStore(String store) {
        return new ClientChange(id, title, Optional.of(store), authority, scopes, trusted);
    }

    public ClientChange withAuthority(JsonNode agent) {
        return new ClientChange(id, title, storeId, Optional.of(agent), scopes, trusted);
    }

    public ClientChange withScopes(List<String> all) {
        return new ClientChange(id, title, storeId, authority, Optional.of(all), trusted);
    }

    public ClientChange withTrusted(boolean enabled) {
        return new ClientChange(id, title, storeId, authority, scopes, Optional.of(enabled));
    }

    /** Whether the client is already like this. */
    boolean isDone(Client client) {
        return title.map(client.title()::equals).orElse(true)
                && storeId.map(store -> client.storeId().equals(Optional.of(store))).orElse(true)
                && authority.map(agent -> client.authority().equals(Optional.of(agent))).orElse(true)
                && scopes.map(client.scopes()::equals).orElse(true)
                && trusted.map(enabled -> enabled == client.trusted()).orElse(true);
    }

    @Override
    public String toString() {
        return "ClientChange[of " + id + "]";
    }
}
