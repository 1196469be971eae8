package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.ByName;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A Learning Locker: its clients and stores, and by {@link #statements()} what they stored. Every method may throw {@link ServiceException}; nothing is
 * repeated here but a change that met another writer's. Secrets of clients are neither asked for nor kept. Safe for several threads.
 * Source: docs/services/learning-locker.md
 */
public final class LearningLockerClient implements ServiceClient {

    private final Wire wire;
    private final Login login;
    private final Pages pages;
    private final ClientWriter writer;
    private final Optional<StatementClient> statements;

    LearningLockerClient(Wire wire, Login login, Optional<StatementClient> statements) {
        this.wire = wire;
        this.login = login;
        this.pages = new Pages(wire, login);
        this.writer = new ClientWriter(wire, login, this);
        this.statements = statements;
    }

    /** @throws ServiceException for the operator when the login is refused or lacks the scope {@code all} */
    @Override
    public LearningLockerCheck check() {
        Request request = Request.of("GET", "/auth/client/info");
        JsonReply reply = ask(request);
        LearningLockerCheck check = understood(request, reply, () -> {
            Fields me = new Fields(reply.json());
            return new LearningLockerCheck(me.text("title").orElse(""), me.id("organisation").orElse(""), me.texts("scopes"), wire.skew());
        });
        if (!check.scopes().contains("all")) {
            throw new ServiceException(Turn.OPERATOR, Effect.NONE, 200, null, wire.connection()
                    + ": the client that is logged in holds the scopes " + check.scopes()
                    + ", but managing clients needs 'all'. Give it that scope in Learning Locker.", null);
        }
        return check;
    }

    /** Key and secret, which last until they are changed; nothing is asked for them. */
    @Override
    public Optional<Access> access() {
        return Optional.of(new Access("key and secret", "Authorization", login.header(), Optional.empty()));
    }

    /** All stores of the organisation, by id. */
    public List<Store> stores() {
        List<Store> all = new ArrayList<>();
        pages.walk("lrs", Optional.empty(), List.of("title"), LearningLockerJson::store, all::addAll);
        return all;
    }

    /** @param store its title or its id */
    public Store storeByTitle(String store) {
        return new ByName<>(wire.connection(), "store", "", Store::id, Store::title).one(store, stores());
    }

    /** Hands over the clients of one store, or of all, by id, in pages of at most 500; that was the whole only if this returns. */
    public void clients(Optional<String> storeId, Consumer<List<Client>> page) {
        Optional<String> filter = storeId.map(id -> LearningLockerJson.idFilter("lrs_id", Ids.checked(id, "store")));
        pages.walk("client", filter, LearningLockerJson.CLIENT_FIELDS, node -> {
            Client client = LearningLockerJson.client(node);
            return asked(client, storeId.isEmpty() || client.storeId().equals(storeId), "another store");
        }, page);
    }

    /** All clients with this key, compared letter by letter: the server lets several have the same. */
    public List<Client> clientsByKey(String key) {
        List<Client> all = new ArrayList<>();
        pages.walk("client", Optional.of(LearningLockerJson.textFilter("api.basic_key", key)), LearningLockerJson.CLIENT_FIELDS, node -> {
            Client client = LearningLockerJson.client(node);
            return asked(client, client.basicKey().equals(Optional.of(key)), "another key");
        }, all::addAll);
        return all;
    }

    /** How many clients one store has, or all. */
    public long countClients(Optional<String> storeId) {
        Request all = Request.of("GET", "/v2/client/count");
        Request request = storeId.map(id -> all.query("query", LearningLockerJson.textFilter("lrs_id", Ids.checked(id, "store")))).orElse(all);
        JsonReply reply = ask(request);
        JsonNode count = reply.json().path("count");
        if (!count.isIntegralNumber() || !count.canConvertToLong() || count.longValue() < 0) {
            throw wire.misunderstood(request, reply, "no count");
        }
        return count.longValue();
    }

    /** One client; HTTP 404 when it is not in this organisation. */
    public Client client(String id) {
        Request request = Request.of("GET", path(id)).query("select", String.join(",", LearningLockerJson.CLIENT_FIELDS));
        JsonReply reply = ask(request);
        return understood(request, reply, () -> {
            Client client = LearningLockerJson.client(reply.json());
            return asked(client, client.id().equals(id), "another id");
        });
    }

    /** Makes a client; nothing keeps the server from having two alike, so look before and after an unknown outcome. */
    public Client create(ClientRequest wanted) {
        return writer.create(wanted);
    }

    /** Changes what is given. A change that lost against another writer's is made again on what that one left. */
    public Client update(ClientChange change) {
        return writer.update(change);
    }

    /**
     * Gives a client a secret of 20 random bytes that is chosen here; its key stays. After an unknown outcome, either secret may be the valid one: rotate
     * again.
     */
    public NewSecret rotateSecret(String id) {
        return writer.rotateSecret(id);
    }

    /** Deletes a client for good; its statements stay. False when there was no such client in this organisation. */
    public boolean delete(String id) {
        return writer.delete(id);
    }

    /**
     * Lets a client store a statement, reads it back and compares its authority with the client's. The statement stays for good, and counts in the store.
     *
     * @param login     of that client
     * @param statement without an id: a statement that is already there would prove nothing
     * @throws ServiceException when the client is refused, or the statement carries another authority
     */
    public ClientProof verify(String id, Login login, JsonNode statement) {
        return new Verification(this, statements(), wire.connection()).of(id, login, statement);
    }

    /** @throws IllegalArgumentException when this connection has no xapiUrl */
    public StatementClient statements() {
        return statements.orElseThrow(() -> new IllegalArgumentException(wire.connection() + ": operations on statements need the option xapiUrl"));
    }

    private static Client asked(Client client, boolean fits, String instead) {
        if (!fits) {
            throw new IllegalArgumentException(instead + " than asked for");
        }
        return client;
    }

    private <T> T understood(Request request, JsonReply reply, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, "a client with " + wrong.getMessage());
        }
    }

    private JsonReply ask(Request request) {
        return wire.ask(login.sign(request));
    }

    static String path(String id) {
        return "/v2/client/" + Ids.checked(id, "client");
    }

    @Override
    public void close() {
        wire.close();
        statements.ifPresent(StatementClient::close);
    }
}
