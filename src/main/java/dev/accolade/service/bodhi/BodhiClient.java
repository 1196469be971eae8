package dev.accolade.service.bodhi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.Wire;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What Bodhi tells everybody about updates and those who submit them; nothing is written there, and nobody logs in. Safe for several threads.
 *
 * <p>Every method throws {@link ServiceException} when Bodhi does not answer or refuses. Source: docs/services/bodhi.md.
 */
public final class BodhiClient implements ServiceClient {

    private static final Pattern NAME = Pattern.compile("[^/\\s,?#]{1,64}");

    private final Wire wire;
    private final int pageSize;

    BodhiClient(Wire wire, BodhiConfiguration configuration) {
        this.wire = wire;
        this.pageSize = configuration.getPageSize();
    }

    /** Asks for one update. */
    @Override
    public BodhiCheck check() {
        Request request = get("/updates/").query("rows_per_page", "1").query("page", "1");
        JsonReply reply = wire.ask(request);
        return new BodhiCheck(read(request, reply, reply.json(), json -> BodhiJson.count(json, "total")), wire.skew());
    }

    /**
     * Hands over updates, last submitted first, in pages; worthless as a whole when this throws. A person whom Bodhi does not know has submitted none.
     */
    public void updates(UpdateFilter filter, Consumer<List<BodhiUpdate>> receiver) {
        Pages<BodhiUpdate> pages = new Pages<>(wire, filter.on(get("/updates/")), "updates", BodhiJson::update, BodhiUpdate::alias);
        try {
            pages.read(pageSize, receiver);
        } catch (ServiceException refused) {
            boolean ofOne = refused.status().orElse(0) == 400 && pages.isEmpty() && filter.users().size() == 1;
            if (!ofOne || user(filter.users().get(0)).isPresent()) {
                throw refused;
            }
        }
    }

    /** Empty when there is no update of this alias. */
    public Optional<BodhiUpdate> update(String alias) {
        return one("/updates/", alias, "update", "id", BodhiJson::update).filter(found -> found.alias().equals(alias));
    }

    /** Hands over everybody who has logged in to Bodhi once, in pages and in no order; worthless as a whole when this throws. */
    public void users(Consumer<List<BodhiUser>> receiver) {
        new Pages<>(wire, get("/users/"), "users", BodhiJson::user, BodhiUser::name).read(pageSize, receiver);
    }

    /** Empty when nobody of this name has logged in to Bodhi yet. */
    public Optional<BodhiUser> user(String name) {
        return one("/users/", name, "user", "name", BodhiJson::user);
    }

    /** @param blamed what Bodhi names as wrong when there is no such thing; a 404 that blames nothing is not Bodhi's own */
    private <T> Optional<T> one(String path, String name, String field, String blamed, Function<JsonNode, T> reader) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("This is no name that Bodhi can have. Nothing was asked.");
        }
        Request request = get(path + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        JsonReply reply = wire.send(request);
        if (reply.status() == 404 && BodhiMeaning.refused(reply).equals(Set.of(blamed))) {
            return Optional.empty();
        }
        if (reply.status() == 302 && reply.header("Location").filter(there -> there.contains("/updates/?packages=")).isPresent()) {
            // The name is that of a package, and Bodhi leads to its updates.
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            throw wire.refused(request, reply);
        }
        return Optional.of(read(request, reply, reply.json().path(field), reader));
    }

    private <T> T read(Request request, JsonReply reply, JsonNode json, Function<JsonNode, T> reader) {
        try {
            return reader.apply(json);
        } catch (IllegalArgumentException missing) {
            throw wire.misunderstood(request, reply, missing.getMessage());
        }
    }

    private static Request get(String path) {
        return Request.of("GET", path).with("Accept", "application/json");
    }

    @Override
    public void close() {
        wire.close();
    }
}
