package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.ByName;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A Learning Locker, as far as Accolade needs it. Every method may throw {@link ServiceException}; nothing is repeated here but a change that met
 * another writer's. Secrets of clients are neither asked for nor kept. Safe for several threads. Source: docs/services/learning-locker.md
 */
public final class LearningLockerClient implements ServiceClient {

    private static final int PAGE_SIZE = 500;
    private static final int MOST_TRIES = 5;

    private final Wire wire;
    private final String basicKey;
    private final String authorization;
    private volatile Set<String> ownIds;

    LearningLockerClient(Wire wire, String basicKey, String basicSecret) {
        this.wire = wire;
        this.basicKey = basicKey;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString((basicKey + ":" + basicSecret).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ServiceException for the operator when the login is refused or lacks the scope {@code all} */
    public LearningLockerCheck check() {
        JsonNode me = ask(Request.of("GET", "/auth/client/info")).json();
        List<String> scopes = new ArrayList<>();
        me.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        if (!scopes.contains("all")) {
            throw new ServiceException(Turn.OPERATOR, Effect.NONE, 200, null, wire.connection()
                    + ": the client that is logged in holds the scopes " + scopes
                    + ", but managing clients needs 'all'. Give it that scope in Learning Locker.", null);
        }
        return new LearningLockerCheck(me.path("title").asText(""), me.path("organisation").asText(""), scopes, wire.skew());
    }

    /** All stores of the organisation, by id. */
    public List<Store> stores() {
        List<Store> all = new ArrayList<>();
        pages("lrs", Optional.empty(), List.of("title"), LearningLockerJson::store, all::addAll);
        return all;
    }

    /** @param store its title or its id */
    public Store storeByTitle(String store) {
        return new ByName<>(wire.connection(), "store", "", Store::id, Store::title).one(store, stores());
    }

    /** Hands over the clients of one store, or of all, by id, in pages of at most 500; that was the whole only if this returns. */
    public void clients(Optional<String> storeId, Consumer<List<Client>> page) {
        pages("client", storeId.map(id -> LearningLockerJson.idFilter("lrs_id", Ids.checked(id, "store"))), LearningLockerJson.CLIENT_FIELDS,
                LearningLockerJson::client, page);
    }

    /** All clients with this key, compared letter by letter: the server lets several have the same. */
    public List<Client> clientsByKey(String key) {
        List<Client> all = new ArrayList<>();
        pages("client", Optional.of(LearningLockerJson.textFilter("api.basic_key", key)), LearningLockerJson.CLIENT_FIELDS,
                LearningLockerJson::client, all::addAll);
        return all;
    }

    /** One client; HTTP 404 when it is not in this organisation. */
    public Client client(String id) {
        Request request = Request.of("GET", path(id)).query("select", String.join(",", LearningLockerJson.CLIENT_FIELDS));
        return read(request, ask(request));
    }

    /** Makes a client; nothing keeps the server from having two alike, so look before and after an unknown outcome. */
    public Client create(ClientRequest wanted) {
        Request request = Request.of("POST", "/v2/client").json(LearningLockerJson.bytes(LearningLockerJson.create(wanted)));
        Client made = read(request, ask(request));
        return sameAuthority(request, Optional.of(wanted.authority()), made);
    }

    /** Changes what is given. A change that lost against another writer's is made again on what that one left. */
    public Client update(ClientChange change) {
        refuseMyself(change.id());
        Request request = Request.of("PATCH", path(change.id())).json(LearningLockerJson.bytes(LearningLockerJson.change(change)));
        for (int attempt = 1;; attempt++) {
            JsonReply reply = wire.send(signed(request));
            if (reply.isSuccess()) {
                return sameAuthority(request, change.authority(), read(request, reply));
            }
            if (!LearningLockerMeaning.isLostUpdate(reply)) {
                throw wire.refused(request, reply);
            }
            Client now = client(change.id());
            if (change.isDone(now)) {
                return now;
            }
            if (attempt == MOST_TRIES) {
                throw wire.refused(request, reply, Turn.LATER, "other writers changed this client at the same time, " + attempt + " times in a row");
            }
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
            ownIds = clientsByKey(basicKey).stream().map(Client::id).collect(Collectors.toSet());
        }
        if (ownIds.contains(id)) {
            throw new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, wire.connection() + ": client " + id
                    + " is the one this connection logs in with; it is not changed from here. Change it in Learning Locker.", null);
        }
    }

    private <T> void pages(String model, Optional<String> filter, List<String> fields, Function<JsonNode, T> item, Consumer<List<T>> page) {
        Request first = Request.of("GET", "/connection/" + model).query("first", Integer.toString(PAGE_SIZE)).query("sort", "{\"_id\":1}")
                .query("project", LearningLockerJson.projection(fields));
        first = filter.isPresent() ? first.query("filter", filter.get()) : first;
        Request request = first;
        String after = "";
        while (true) {
            JsonReply reply = ask(request);
            page.accept(nodes(request, reply, item));
            JsonNode info = reply.json().path("pageInfo");
            if (!info.path("hasNextPage").asBoolean()) {
                return;
            }
            String end = info.path("endCursor").asText("");
            if (end.isEmpty() || end.equals(after)) {
                throw wire.misunderstood(request, reply, "a next page without a way to it");
            }
            after = end;
            request = first.query("after", after);
        }
    }

    private <T> List<T> nodes(Request request, JsonReply reply, Function<JsonNode, T> item) {
        JsonNode edges = reply.json().path("edges");
        if (!edges.isArray() || !reply.json().path("pageInfo").path("hasNextPage").isBoolean()) {
            throw wire.misunderstood(request, reply, "no edges or no pageInfo");
        }
        List<T> items = new ArrayList<>();
        try {
            edges.forEach(edge -> items.add(item.apply(edge.path("node"))));
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, "a node with " + missing.getMessage());
        }
        return items;
    }

    private Client read(Request request, JsonReply reply) {
        try {
            return LearningLockerJson.client(reply.json());
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, "a client with " + missing.getMessage());
        }
    }

    private JsonReply ask(Request request) {
        return wire.ask(signed(request));
    }

    /** Sent unasked: the server sends no challenge. */
    private Request signed(Request request) {
        return request.with("Authorization", authorization).with("Accept", "application/json");
    }

    private static String path(String id) {
        return "/v2/client/" + Ids.checked(id, "client");
    }

    @Override
    public void close() {
        wire.close();
    }
}
