package dev.accolade.service.fasjson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What FASJSON tells about groups and people; it can write nothing there. Safe for several threads.
 *
 * <p>Every method throws {@link ServiceException} when FASJSON or Kerberos does not answer or refuses, and when a list changed while its pages were
 * read. People whose account is locked are nowhere to be seen. Source: docs/services/fasjson.md.
 */
public final class FasjsonClient implements ServiceClient {

    private static final int SEARCH_PAGE = 40;

    private final Wire wire;
    private final FasjsonSession session;
    private final int pageSize;

    FasjsonClient(Wire wire, FasjsonConfiguration configuration, FasjsonLogin login, Clock clock) {
        this.wire = wire;
        this.session = new FasjsonSession(wire.connection(), login, Duration.ofMillis(configuration.getTicketMargin()), clock);
        this.pageSize = configuration.getPageSize();
    }

    @Override
    public Optional<Access> access() {
        return Optional.of(session.access());
    }

    /** Asks who we are, and for one group, so that the directory behind the server has to answer too. */
    @Override
    public FasjsonCheck check() {
        FasjsonCaller self = me();
        Request request = get("/groups/", FasjsonJson.NAME_OF_GROUP).query("page_size", "1");
        JsonNode page = ask(request).path("page");
        return new FasjsonCheck(self, read(request, page, json -> FasjsonJson.count(json, "total_results")), wire.skew());
    }

    /** The principal of this connection. */
    public FasjsonCaller me() {
        Request request = get("/me/", "{dn,username,service}");
        return read(request, ask(request).path("result"), FasjsonJson::caller);
    }

    /** Hands over all groups, one at a time and in no order; worthless as a whole when this throws. */
    public void groups(Consumer<FasjsonGroup> receiver) {
        list(get("/groups/", FasjsonJson.GROUP_FIELDS), FasjsonJson::group, FasjsonGroup::groupname).read(pageSize, receiver);
    }

    /** User names of the people in a group, those in groups within it included; in no order. Empty optional: there is no such group. */
    public Optional<List<String>> members(String group) {
        return ofGroup(group, "/members/", pageSize);
    }

    /** User names of those who may add and remove members, whether or not they are members; in no order. Empty optional: there is no such group. */
    public Optional<List<String>> sponsors(String group) {
        return ofGroup(group, "/sponsors/", 0);
    }

    /** Hands over all people, one at a time and in no order; worthless as a whole when this throws. */
    public void users(Consumer<FasjsonUser> receiver) {
        list(get("/users/", FasjsonJson.USER_FIELDS), FasjsonJson::user, FasjsonUser::username).read(pageSize, receiver);
    }

    /** Empty when nobody has this user name, and for a locked account. */
    public Optional<FasjsonUser> user(String username) {
        return one(get("/users/" + Names.checked(username) + "/", FasjsonJson.USER_FIELDS), "name", username, FasjsonJson::user);
    }

    /** Names of the groups a person is in, in no order. Empty optional: nobody has this user name, or the account is locked. */
    public Optional<List<String>> groupsOfUser(String username) {
        Request request = get("/users/" + Names.checked(username) + "/groups/", FasjsonJson.NAME_OF_GROUP);
        return names(request, FasjsonJson::groupname, pageSize, () -> user(username).isEmpty());
    }

    /** Everybody whom all terms fit; the search goes by what private people have on record, too, but does not show it. */
    public List<FasjsonUser> searchUsers(UserSearch search) {
        Request request = get("/search/users/", FasjsonJson.USER_FIELDS);
        for (Map.Entry<String, String> term : search.ordered().entrySet()) {
            request = request.query(term.getKey(), term.getValue());
        }
        for (String group : search.groups()) {
            request = request.query("group", group);
        }
        List<FasjsonUser> found = new ArrayList<>();
        list(request, FasjsonJson::user, FasjsonUser::username).read(pageSize == 0 ? SEARCH_PAGE : Math.min(pageSize, SEARCH_PAGE), found::add);
        return found;
    }

    private Optional<List<String>> ofGroup(String group, String what, int size) {
        String path = "/groups/" + Names.checked(group);
        return names(get(path + what, FasjsonJson.NAME_OF_USER), FasjsonJson::username, size,
                () -> one(get(path + "/", FasjsonJson.NAME_OF_GROUP), "groupname", group, FasjsonJson::groupname).isEmpty());
    }

    /** A 404 alone may come from something in between, so whatever has the list is asked for by itself, too. */
    private Optional<List<String>> names(Request request, Function<JsonNode, String> reader, int size, BooleanSupplier isGone) {
        List<String> names = new ArrayList<>();
        try {
            list(request, reader, name -> name).read(size, names::add);
            return Optional.of(names);
        } catch (ServiceException refused) {
            if (refused.status().equals(OptionalInt.of(404)) && isGone.getAsBoolean()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** @param echo the field in which FASJSON repeats the name when it has nothing under it */
    private <T> Optional<T> one(Request request, String echo, String name, Function<JsonNode, T> reader) {
        JsonReply reply = session.with(request, signed -> unauthorisedThrown(signed, wire.send(signed)));
        if (reply.status() == 404 && reply.json().path(echo).asText("").equals(name)) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw wire.refused(request, reply);
        }
        return Optional.of(read(request, reply.json().path("result"), reader));
    }

    private JsonReply unauthorisedThrown(Request request, JsonReply reply) {
        if (reply.status() == 401) {
            throw wire.refused(request, reply);
        }
        return reply;
    }

    private <T> Listing<T> list(Request request, Function<JsonNode, T> reader, Function<T, String> key) {
        return new Listing<>(wire, session, request, reader, key);
    }

    private JsonNode ask(Request request) {
        return session.with(request, wire::ask).json();
    }

    private <T> T read(Request request, JsonNode json, Function<JsonNode, T> reader) {
        try {
            return reader.apply(json);
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, new JsonReply(200, Map.of(), MissingNode.getInstance()), missing.getMessage());
        }
    }

    private static Request get(String path, String fields) {
        return Request.of("GET", "/v1" + path).with("X-Fields", fields);
    }

    @Override
    public void close() {
        wire.close();
    }
}
