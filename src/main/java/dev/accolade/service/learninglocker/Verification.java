package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.Optional;
import java.util.OptionalInt;

/** Proves by one statement that a client works and whom it speaks for. Source: docs/services/learning-locker.md, chapter 8 */
final class Verification {

    private final LearningLockerClient clients;
    private final StatementClient statements;
    private final String connection;

    Verification(LearningLockerClient clients, StatementClient statements, String connection) {
        this.clients = clients;
        this.statements = statements;
        this.connection = connection;
    }

    ClientProof of(String id, Login login, JsonNode statement) {
        if (!statement.isObject() || statement.has("id")) {
            throw new IllegalArgumentException("verifying a client needs one statement without an id: one that is already there would prove nothing");
        }
        Client client = clients.client(id);
        if (!client.basicKey().equals(Optional.of(login.key()))) {
            throw new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, connection + ": client " + id
                    + " has another key than the one given; nothing was stored. Give the key and the secret of this client.", null);
        }
        String stored = statements.post(Optional.of(login), statement).get(0);
        return compared(client, login, stored);
    }

    private ClientProof compared(Client client, Login login, String stored) {
        boolean byItself = true;
        JsonNode found;
        try {
            found = statements.statement(Optional.of(login), stored);
        } catch (ServiceException refused) {
            if (!refused.status().equals(OptionalInt.of(403))) {
                throw refused;
            }
            byItself = false;
            found = statements.statement(Optional.empty(), stored);
        }
        if (!client.authority().equals(Optional.of(found.path("authority")))) {
            throw new ServiceException(Turn.OURS, Effect.POSSIBLE, 200, null, connection + ": statement " + stored
                    + " does not carry the authority of client " + client.id() + ". It stays in the store. Was the client changed just now? Look at both.", null);
        }
        return new ClientProof(client.id(), stored, byItself);
    }
}
