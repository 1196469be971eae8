package dev.accolade.contract.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.contract.Server;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Learning Locker, both its API and its xAPI service, in the state that {@link #SEED} describes. For a real one: {@code url} is the address of the API
 * and {@code xapi} that of the xAPI service's root; the other properties name what is in it, with the seed's values unless given.
 */
final class Installation implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    static final String ABSENT = "ffffffffffffffffffffffff";
    static final String SEED = """
            {"organisations": [{"id": "acc0ade00000000000000001", "var": "org", "name": "Own"}, {"id": "acc0ade00000000000000002", "var": "far", "name": "Far"},
                               {"id": "acc0ade00000000000000003", "var": "late", "name": "Late", "expiration": "2020-01-01T00:00:00.000Z"}],
             "stores": [{"id": "acc0ade00000000000000011", "var": "lrs", "organisation": "${org}", "title": "Academy"},
                        {"id": "acc0ade00000000000000012", "organisation": "${far}", "title": "Far"}],
             "clients": [
              {"id": "acc0ade00000000000000101", "title": "Manager", "organisation": "${org}", "lrs_id": "${lrs}", "scopes": ["all"],
               "api": {"basic_key": "manager", "basic_secret": "manager-secret"}},
              {"id": "acc0ade00000000000000102", "title": "Far manager", "organisation": "${far}", "scopes": ["all"],
               "api": {"basic_key": "far-manager", "basic_secret": "far-secret"}},
              {"id": "acc0ade00000000000000103", "title": "Late manager", "organisation": "${late}", "scopes": ["all"],
               "api": {"basic_key": "late-manager", "basic_secret": "late-secret"}}],
             "users": [
              {"id": "acc0ade00000000000000201", "email": "admin@example.org", "password": "admin-password", "scopes": ["site_admin"]},
              {"id": "acc0ade00000000000000202", "email": "owner@example.org", "password": "owner-password",
               "organisations": [{"organisation": "${org}", "scopes": ["org/all/client/manage"]}]},
              {"id": "acc0ade00000000000000203", "email": "clumsy@example.org", "password": "clumsy-password"}]}
            """;

    private final Server server = Server.of("learning-locker");
    private final Set<String> made = new ConcurrentSkipListSet<>();

    /** What is in the installation, by the name of a property. */
    String named(String property) {
        return server.property(property, switch (property) {
            case "key" -> "manager";
            case "secret" -> "manager-secret";
            case "organisation" -> "acc0ade00000000000000001";
            case "store" -> "acc0ade00000000000000011";
            case "manager" -> "acc0ade00000000000000101";
            case "far.organisation" -> "acc0ade00000000000000002";
            case "far.store" -> "acc0ade00000000000000012";
            case "far.client" -> "acc0ade00000000000000102";
            case "late.key" -> "late-manager";
            case "late.secret" -> "late-secret";
            case "admin.email", "owner.email", "clumsy.email" -> property.replace(".email", "@example.org");
            case "admin.password", "owner.password", "clumsy.password" -> property.replace('.', '-');
            case "owner.id" -> "acc0ade00000000000000202";
            default -> throw new IllegalArgumentException("no property " + property);
        });
    }

    Server server() {
        return server;
    }

    /** A request to the API by nobody, that accepts anything. */
    Ask api(String method, String path) {
        return Ask.of(server, (server.isReal() ? "" : "/api") + path, method);
    }

    /** A request to the API by the client that manages the others. */
    Ask managing(String method, String path) {
        return api(method, path).by(named("key"), named("secret"));
    }

    /** A request to the xAPI service by nobody, in version 1.0.3. */
    Ask xapi(String method, String path) {
        return xapiWithoutVersion(method, path).header("X-Experience-API-Version", "1.0.3");
    }

    Ask xapiWithoutVersion(String method, String path) {
        Optional<String> other = Optional.ofNullable(server.property("xapi", null));
        return Ask.at(server, other.orElseGet(server::base) + "/data/xAPI" + path, method);
    }

    /** Makes a client that is deleted after the test. */
    JsonNode made(String body) {
        JsonNode client = managing("POST", "/v2/client").json(body).said().json();
        made.add(client.path("_id").asText());
        return client;
    }

    /** Makes a client of the store with these scopes: a JSON list. */
    JsonNode madeIn(String scopes) {
        return made("{\"title\":\"contract\",\"lrs_id\":\"" + named("store") + "\",\"scopes\":" + scopes + "}");
    }

    /** The document as the API shows it. */
    JsonNode shown(String id) {
        return managing("GET", "/v2/client/" + id).said().json();
    }

    static String unique() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server.beforeAll(context);
        server.sandbox().ifPresent(sandbox -> sandbox.load("learning-locker", Said.read(SEED)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        made.forEach(id -> managing("DELETE", "/v2/client/" + id).said());
        made.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.afterAll(context);
    }
}
