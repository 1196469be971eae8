package dev.accolade.config;

import static dev.accolade.config.Key.optional;
import static dev.accolade.config.Key.optionalSecret;
import static dev.accolade.config.Key.required;
import static dev.accolade.config.Key.secret;
import static dev.accolade.config.Key.withDefault;

import dev.accolade.config.Key.Form;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every setting there is, by where it belongs. */
public final class Keys {

    /** Of the program as a whole; their names are whole keys. */
    public static final List<Key> PROGRAM = List.of(
            withDefault("accolade.ledger", Form.TEXT, "state/ledger.db", "the file that holds everything that must not be lost"),
            withDefault("accolade.key-file", Form.TEXT, "state/accolade.key", "the file with the key that seals stored tokens and knows erased people again; keep a copy, away from the ledger"),
            withDefault("accolade.rules", Form.TEXT, "config/rules.yaml", "the file that says who earns what"),
            withDefault("accolade.identities", Form.TEXT, "config/identities.yaml", "the file that says who is who where sources do not tell; it may be missing"),
            withDefault("accolade.routes", Form.TEXT, "routes", "the folder with the Camel routes"),
            withDefault("accolade.http.host", Form.TEXT, "127.0.0.1", "the address the dashboard and the events listen on"),
            withDefault("accolade.http.port", Form.PORT, "8080", "the port the dashboard and the events listen on"),
            withDefault("accolade.poll", Form.DURATION, "PT5S", "how often hints and changes are looked for when nothing woke their routes"),
            withDefault("accolade.lease", Form.DURATION, "PT5M", "how long a worker may be at one change; at least four times any target's response-timeout"),
            withDefault("accolade.keep", Form.DURATION, "P90D", "how long records of reads, events, plans and finished changes are kept, at least 31 days; the history is never pruned"),
            withDefault("identity.wait", Form.DURATION, "P90D", "how long an award waits for an unknown person's e-mail; one that is known later needs an approval"),
            withDefault("removal.confirm-after", Form.DURATION, "PT10M", "the time between the two complete reads that show an absence"),
            withDefault("accolade.clock-skew", Form.DURATION, "PT5M", "how far a service's clock may be away from this machine's before removals and dated awards are suspended"),
            withDefault("guard.members", Form.COUNT, "20", "how many members a scope must have had for the shrink guard to look at it"),
            withDefault("guard.share", Form.SHARE, "0.5", "the part of its members whose sudden absence is not believed"));

    private static final List<Key> ANY_SERVICE = List.of(
            required("type", Form.TEXT, "the kind of service"),
            required("url", Form.ADDRESS, "the service's base address"),
            withDefault("insecure", Form.SWITCH, "false", "whether any TLS certificate is accepted; for trials only"),
            optional("trust", Form.TEXT, "a file with the certificates (PEM) of the only authorities that the service's own may come from; without it those of the JDK"),
            optional("proxy", Form.HOST_AND_PORT, "the HTTP proxy on the way"),
            withDefault("response-timeout", Form.DURATION, "PT60S", "the longest silence while an answer is awaited"),
            withDefault("concurrency", Form.COUNT, "4", "how many requests may be under way at once"),
            withDefault("requests-per-second", Form.RATE, "0", "how many requests may begin in a second; 0 for no limit"));

    private static final List<Key> ANY_SOURCE = List.of(
            withDefault("schedule", Form.CRON, "0 0/15 * * * ?", "when the source is read"),
            withDefault("max-age", Form.DURATION, "P1D", "how long a complete read counts as knowledge"),
            optionalSecret("event-secret", Form.KEY32, "what senders of events sign with; without it POST /events/NAME is closed"));

    private static final List<Key> ANY_TARGET = List.of(
            withDefault("verify", Form.CRON_OR_NEVER, "0 20 2 * * ?", "when what is on the target is compared with the ledger"),
            withDefault("awards-per-day", Form.COUNT, "1000", "how many awards a rolling day may see before the rest is held"),
            withDefault("awards-per-object", Form.COUNT, "1000", "how many of them on one badge class or store"),
            withDefault("award-share", Form.SHARE, "1", "the part of what is live on one badge class or store by which a rolling day may see it grow"),
            withDefault("awards-always-allowed", Form.COUNT, "1000", "how many awards on one badge class or store a day may see whatever that share says"),
            withDefault("awards-per-scope", Form.COUNT, "1000", "how many of them may rest on rights in one group or company"),
            withDefault("removals-per-day", Form.COUNT, "50", "how many removals a rolling day may see before the rest is held"),
            withDefault("removals-per-scope", Form.COUNT, "50", "how many of them may follow from one group or company"),
            withDefault("removal-share-scope", Form.SHARE, "0.5", "the part of the people in one group or company that a rolling day may see removals for"),
            withDefault("removal-share", Form.SHARE, "0.1", "the part of what is live on one badge class or store that a rolling day may see removed"),
            withDefault("removal-share-month", Form.SHARE, "0.3", "the part of what is live on one badge class or store that thirty rolling days may see removed"),
            withDefault("removals-always-allowed", Form.COUNT, "3", "how many removals on one badge class or store a day may see whatever the share says, and a month three times as many"));

    private static final Map<String, List<Key>> SOURCE_TYPES = new TreeMap<>(Map.of(
            "fas", List.of(verified("true"), required("username", Form.TEXT, "the account that reads the groups"), secret("password", "that account's password")),
            "cave", List.of(verified("true"), secret("token", "the token of a service account").unless("token-folder"),
                    optional("token-folder", Form.TEXT, "the folder with CAVE's own token files, usually ~/.cloudvolume/secrets, where no token is set"),
                    withDefault("token-key", Form.TEXT, "token", "the key of the token in these files")),
            "cloudspot", List.of(verified("false"), required("application-id", Form.TEXT, "the application whose permissions are read; a wrong one gives wrong permissions, and no error"),
                    optionalSecret("webhook-path", Form.UNGUESSABLE, "the unguessable last part of the webhook's address; without it the webhook is closed"),
                    withDefault("webhook-allow", Form.ADDRESSES, "127.0.0.1", "the addresses the webhook may come from, separated by commas"))));

    private static final Map<String, List<Key>> TARGET_TYPES = new TreeMap<>(Map.of(
            "badgr", List.of(required("username", Form.TEXT, "the account that issues; it must be editor of the issuers"), secret("password", "that account's password"),
                    withDefault("client-id", Form.TEXT, "public", "the OAuth application"),
                    optionalSecret("client-secret", Form.TEXT, "that application's secret, where it has one"),
                    withDefault("changes", Form.DURATION, "PT1M", "how often Badgr is asked what changed; PT0S for never"),
                    withDefault("scope", Form.TEXT, "rw:issuer", "the OAuth scopes that are asked for, separated by spaces"),
                    withDefault("first-award-limit", Form.COUNT, "0", "how many addresses a rolling day may see that get their first badge ever, and so perhaps a mail, before the rest is held; 0 for no limit but awards-per-day")),
            "learning-locker", List.of(required("key", Form.TEXT, "the key of a client with the scope 'all'"), secret("secret", "that client's secret"),
                    optional("xapi-url", Form.ADDRESS, "the root of the xAPI service, for operations on statements"))));

    private Keys() {}

    public static java.util.Set<String> sourceTypes() {
        return SOURCE_TYPES.keySet();
    }

    public static java.util.Set<String> targetTypes() {
        return TARGET_TYPES.keySet();
    }

    /** Empty when there is no such type. */
    static List<Key> source(String type) {
        return all(SOURCE_TYPES.get(type), ANY_SOURCE);
    }

    /** Empty when there is no such type. */
    static List<Key> target(String type) {
        return all(TARGET_TYPES.get(type), ANY_TARGET);
    }

    private static Key verified(String fallback) {
        return withDefault("email-verified", Form.SWITCH, fallback, "whether an equal e-mail here shows that members are one person");
    }

    private static List<Key> all(List<Key> ofType, List<Key> ofKind) {
        return ofType == null ? List.of() : Stream.of(ANY_SERVICE, ofType, ofKind).flatMap(List::stream).toList();
    }
}
