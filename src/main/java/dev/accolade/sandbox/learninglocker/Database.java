package dev.accolade.sandbox.learninglocker;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Everything a Learning Locker remembers. Safe for several threads. */
final class Database {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final long ROUND_TRIP = 20;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Documents clients = new Documents();
    private final Documents stores = new Documents();
    private final Documents organisations = new Documents();
    private final StatementStore statements = new StatementStore();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private final AtomicLong roundTripMillis = new AtomicLong(ROUND_TRIP);
    private final DocumentStore documents = new DocumentStore();
    private final String process;
    private final Users users;

    Database(Clock clock) {
        this.clock = clock;
        this.process = hex(5);
        this.users = new Users(clock, hex(32));
    }

    Documents of(Model model) {
        return switch (model) {
            case CLIENT -> clients;
            case STORE -> stores;
            case ORGANISATION -> organisations;
        };
    }

    StatementStore statements() {
        return statements;
    }

    /** What the state and profile resources of the xAPI hold. */
    DocumentStore documents() {
        return documents;
    }

    Users users() {
        return users;
    }

    /** OAuth2 tokens, each with the id of its client. */
    Map<String, String> tokens() {
        return tokens;
    }

    /** How long a change of scopes is on its way to the database; two changes that overlap collide, as they do at the real server. */
    AtomicLong roundTripMillis() {
        return roundTripMillis;
    }

    /** A new ObjectId: seconds, a part for this process, and a counter. Ids of one process ascend. */
    String newId() {
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(clock.instant().getEpochSecond(), 8) + process + digits.toHexDigits(counter.incrementAndGet() & 0xffffff, 6);
    }

    /** Random bytes as lower-case hexadecimal digits. */
    String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    /** The time now, as documents hold it. */
    String now() {
        return time(clock.instant());
    }

    Instant instant() {
        return clock.instant();
    }

    /** A time as documents hold it: ISO-8601, UTC, milliseconds; texts of this form sort by time. */
    static String time(Instant instant) {
        return MILLIS.format(instant);
    }

    void clear() {
        clients.clear();
        stores.clear();
        organisations.clear();
        statements.clear();
        documents.clear();
        tokens.clear();
        users.clear();
        roundTripMillis.set(ROUND_TRIP);
    }
}
