package dev.accolade.service.learninglocker;

import static java.util.Objects.requireNonNull;

/**
 * A client stored a statement, and the statement carries the authority of that client.
 *
 * @param clientId     24 hex digits
 * @param statementId  UUID of the statement, which stays in the store for good
 * @param readByItself false when the client holds no scope to read, and this connection's own login read the statement
 */
public record ClientProof(String clientId, String statementId, boolean readByItself) {

    public ClientProof {
        requireNonNull(clientId, "clientId is null");
        requireNonNull(statementId, "statementId is null");
    }
}
