package dev.accolade.service.cave;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.Batches;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What CAVE auth tells about groups and people; it writes nothing there. Safe for several threads.
 *
 * <p>Every method throws {@link ServiceException} when CAVE does not answer or refuses. A 403 in the middle of a run means that the token's
 * account lost its standing: it concerns the whole source, not the one group. Source: docs/services/cave.md.
 */
public final class CaveClient implements ServiceClient {

    private static final Logger LOG = LoggerFactory.getLogger(CaveClient.class);
    private static final int IDS_AT_ONCE = 200;

    private final Wire wire;
    private final String root;
    private final CaveLogin login;

    CaveClient(Wire wire, CaveConfiguration configuration, CaveLogin login) {
        this.wire = wire;
        this.root = configuration.getApiPrefix() + "/api/v1";
        this.login = login;
    }

    /** The token of the connection. */
    public CaveLogin login() {
        return login;
    }

    @Override
    public Optional<Access> access() {
        return login.token().map(token -> new Access("API token", "Authorization", "Bearer " + token, Optional.empty()));
    }

    /** Reads the token's own account, and tries whether it may read lists. */
    public CaveCheck check() {
        Request request = get("/user/me");
        CaveUser self = readable(request, CaveJson.user(ask(request).json()));
        listed(get("/user").query("id", Long.toString(self.id())), CaveJson::user);
        return new CaveCheck(self, wire.skew());
    }

    /** All groups, by id. */
    public List<CaveGroup> groups() {
        return listed(get("/group"), CaveJson::group);
    }

    /** Empty when there is no such group: the list of all groups is asked too, because a 404 alone may come from something in between. */
    public Optional<CaveGroup> group(long id) {
        Optional<CaveGroup> found = found(get("/group/" + id), CaveJson::group);
        return found.isPresent() ? found : groups().stream().filter(group -> group.id() == id).findFirst();
    }

    /**
     * The people in a group, in no order; service accounts are left out.
     *
     * <p>CAVE answers with an empty list for a group that does not exist, too. So an empty list shows that all have left only if
     * {@link #group} or {@link #groups} still knows the group <em>after</em> this call.
     */
    public List<CaveMember> groupUsers(long groupId) {
        return listed(get("/group/" + groupId + "/user"), CaveJson::member);
    }

    /**
     * All people, service accounts excepted, in one answer that is read as it arrives.
     *
     * @param chunkSize people per chunk, at least 1
     * @param receiver  called on this thread; whatever it got is worthless when this method throws. It must not use this connection
     * @return how many came
     */
    public long users(int chunkSize, Consumer<List<CaveUser>> receiver) {
        Request request = get("/user").query("from", "0");
        return wire.read(request, json -> {
            Batches<CaveUser> chunks = new Batches<>(chunkSize, receiver);
            long count = 0;
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw misunderstood(request);
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                chunks.add(readable(request, CaveJson.user(json.readValueAsTree())));
                count++;
            }
            requireEnd(request, json);
            chunks.flush();
            return count;
        });
    }

    /** A person or a service account; empty when there is none of this id, which is how CAVE shows that somebody was deleted. */
    public Optional<CaveUser> user(long id) {
        return listed(get("/user").query("id", Long.toString(id)), CaveJson::user).stream().filter(user -> user.id() == id).findFirst();
    }

    /**
     * The people with this e-mail address, whatever its case: CAVE may hold several that differ in case alone. Empty when there is none.
     *
     * @throws ServiceException also when CAVE shows no e-mail addresses to this account
     */
    public List<CaveUser> userByEmail(String email) {
        Request request = get("/user").query("email", email);
        List<CaveUser> similar = listed(request, CaveJson::user).stream().filter(user -> !user.serviceAccount()).toList();
        if (similar.stream().anyMatch(user -> user.email().isEmpty())) {
            throw wire.refused(request, ok(), Turn.OPERATOR,
                    "CAVE shows no e-mail addresses to the token's account; use a service account");
        }
        return similar.stream().filter(user -> user.email().filter(email::equalsIgnoreCase).isPresent()).toList();
    }

    /** The groups a person is in; empty when there is no such person, and for service accounts. */
    public Optional<List<CaveGroup>> userGroups(long userId) {
        return ofPerson(userId, "/group", json -> CaveJson.list(json, CaveJson::group));
    }

    /** What a person may do at this moment; empty when there is no such person, and for service accounts. */
    public Optional<CavePermissions> userPermissions(long userId) {
        return ofPerson(userId, "/permissions", CaveJson::permissions);
    }

    /**
     * All that CAVE tells about some people and service accounts, in no order; whom it does not know is left out. It is asked for 200 at a time, and
     * not at all for none: it takes an empty list for a wish for everybody.
     */
    public List<CaveUserInformation> userInformation(List<Long> ids) {
        List<Long> wanted = ids.stream().distinct().toList();
        List<CaveUserInformation> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += IDS_AT_ONCE) {
            List<Long> some = wanted.subList(from, Math.min(from + IDS_AT_ONCE, wanted.size()));
            Request request = get("/user").query("id", some.stream().map(String::valueOf).collect(Collectors.joining(",")));
            List<CaveUserInformation> here = listed(request, CaveJson::information);
            if (!here.stream().allMatch(one -> some.contains(one.user().id()))) {
                throw misunderstood(request);
            }
            found.addAll(here);
        }
        return List.copyOf(found);
    }

    /** The API keys of the token's own account, the newest first. */
    public List<CaveApiKey> tokens() {
        return listed(get("/user/token"), CaveJson::apiKey);
    }

    private <T> Optional<T> ofPerson(long id, String what, Function<JsonNode, Optional<T>> reader) {
        Request request = get("/user/" + id + what);
        Optional<T> found = found(request, reader);
        if (found.isEmpty() && user(id).filter(user -> !user.serviceAccount()).isPresent()) {
            throw misunderstood(request);
        }
        return found;
    }

    private <T> Optional<T> found(Request request, Function<JsonNode, Optional<T>> reader) {
        JsonReply reply = wire.send(request);
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw refused(request, reply);
        }
        return Optional.of(readable(request, reader.apply(reply.json())));
    }

    private <T> List<T> listed(Request request, Function<JsonNode, Optional<T>> item) {
        return readable(request, CaveJson.list(ask(request).json(), item));
    }

    private JsonReply ask(Request request) {
        JsonReply reply = wire.send(request);
        if (!reply.isSuccess()) {
            throw refused(request, reply);
        }
        reply.header("Warning").ifPresent(warning -> LOG.warn("{}: CAVE warns on {}: {}", wire.connection(), request.path(),
                warning.replaceAll("[^ -~]", "?").substring(0, Math.min(200, warning.length()))));
        return reply;
    }

    private ServiceException refused(Request request, JsonReply reply) {
        ServiceException refusal = wire.refused(request, reply);
        return TermsNotAccepted.in(reply, refusal).map(ServiceException.class::cast).orElse(refusal);
    }

    private <T> T readable(Request request, Optional<T> read) {
        return read.orElseThrow(() -> misunderstood(request));
    }

    private void requireEnd(Request request, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != null) {
            throw misunderstood(request);
        }
    }

    private ServiceException misunderstood(Request request) {
        return wire.misunderstood(request, ok(), "something else than CAVE sends there");
    }

    private Request get(String path) {
        String token = login.token().orElseThrow(() -> new ServiceException(Turn.OPERATOR, Effect.NONE, 0, null, wire.connection()
                + ": there is no token yet, so nothing was asked. Send something to cave:setupToken for a way to get one.", null));
        return Request.of("GET", root + path).with("Accept", "application/json").with("Authorization", "Bearer " + token)
                .with("X-Requested-With", "Accolade");
    }

    private static JsonReply ok() {
        return new JsonReply(200, Map.of(), MissingNode.getInstance());
    }

    @Override
    public void close() {
        wire.close();
    }
}
