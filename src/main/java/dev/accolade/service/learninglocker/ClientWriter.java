package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, changes and deletes clients, and compares each answer with what was sent. Source: docs/services/learning-locker.md, chapters 4 and 5 */
final class ClientWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ClientWriter.class);
    private static final int MOST_TRIES = 5;
    private static final int SECRET_BYTES = 20;

    private final Wire wire;
    private final Login login;
    private final LearningLockerClient reader;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> doubted = ConcurrentHashMap.newKeySet();
    private volatile Set<String> ownIds;

    ClientWriter(Wire wire, Login login, LearningLockerClient reader) {
        this.wire = wire;
        this.login = login;
        this.reader = reader;
    }

    Client create(ClientRequest wanted) {
        doubt(wanted.scopes());
        Request request = Request.of("POST", "/v2/client").json(LearningLockerJson.bytes(LearningLockerJson.create(wanted)));
        JsonReply reply = wire.ask(login.sign(request));
        return sameAuthority(request, Optional.of(wanted.authority()), read(request, reply, Optional.empty()));
    }

    Client update(ClientChange change) {
        refuseMyself(change.id());
        change.scopes().ifPresent(this::doubt);
        Request request = patch(change.id(), LearningLockerJson.change(change));
        for (int attempt = 1;; attempt++) {
            JsonReply reply = wire.send(login.sign(request));
            if (reply.isSuccess()) {
                return sameAuthority(request, change.authority(), read(request, reply, Optional.of(change.id())));
            }
            if (!LearningLockerMeaning.isLostUpdate(reply)) {
                throw wire.refused(request, reply);
            }
            Client now = reader.client(change.id());
            if (change.isDone(now)) {
                return now;
            }
            if (attempt == MOST_TRIES) {
                throw wire.refused(request, reply, Turn.LATER, "other writers changed this client at the same time, " + attempt + " times in a row");
            }
        }
    }

    NewSecret rotateSecret(String id) {
        refuseMyself(id);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        Request request = patch(id, LearningLockerJson.secret(secret));
        JsonReply reply = wire.ask(login.sign(request));
        Client client = read(request, reply, Optional.of(id));
        if (!secret.equals(reply.json().path("api").path("basic_secret").textValue())) {
            throw wire.misunderstood(request, reply, "a client with another secret than the one sent");
        }
        return new NewSecret(id, client.basicKey(), secret);
    }

    boolean delete(String id) {
        refuseMyself(id);
        Request request = Request.of("DELETE", LearningLockerClient.path(id));
        JsonReply reply = wire.send(login.sign(request));
        if (!reply.isSuccess() && !LearningLockerMeaning.isAbsent(reply)) {
            throw wire.refused(request, reply);
        }
        if (reply.isSuccess() && reply.status() != 204) {
            throw wire.misunderstood(request, reply, "something where a deletion is answered with nothing");
        }
        return reply.isSuccess();
    }

    private static Request patch(String id, JsonNode body) {
        return Request.of("PATCH", LearningLockerClient.path(id)).json(LearningLockerJson.bytes(body));
    }

    private Client read(Request request, JsonReply reply, Optional<String> id) {
        try {
            Client client = LearningLockerJson.client(reply.json());
            if (id.isPresent() && !id.get().equals(client.id())) {
                throw new IllegalArgumentException("another id than asked for");
            }
            return client;
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, "a client with " + wrong.getMessage());
        }
    }

    /** Learning Locker accepts some authorities without taking them over. */
    private Client sameAuthority(Request request, Optional<JsonNode> wanted, Client client) {
        if (wanted.isPresent() && !client.authority().equals(wanted)) {
            throw new ServiceException(Turn.OURS, Effect.POSSIBLE, 200, null, wire.connection() + ": " + request + " left client " + client.id()
                    + " with another authority than the one sent. Look at it in Learning Locker before anything else is done with it.", null);
        }
        return client;
    }

    /** With the scope {@code all} a client can lock itself out. */
    private void refuseMyself(String id) {
        if (ownIds == null) {
            ownIds = reader.clientsByKey(login.key()).stream().map(Client::id).collect(Collectors.toSet());
        }
        if (ownIds.contains(Ids.checked(id, "client"))) {
            throw new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, wire.connection() + ": client " + id
                    + " is the one this connection logs in with; it is not changed from here. Change it in Learning Locker.", null);
        }
    }

    /** Told once for the same scopes: a thousand clients would not make it truer. */
    private void doubt(List<String> scopes) {
        Optional<String> doubt = Scopes.doubt(scopes);
        if (doubt.isPresent() && doubted.add(scopes.toString())) {
            LOG.warn("{}: scopes {}: {}.", wire.connection(), scopes, doubt.get());
        }
    }
}
