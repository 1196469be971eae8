package dev.accolade.sandbox.fas;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions: every request has one, logged in or not; each use extends it. Safe for several threads. */
final class Visits {

    private record Visit(Optional<String> username, Instant lastUse) {
    }

    /** Unused sessions are swept out each time the count passes a multiple of this. */
    private static final int SWEEP = 4096;

    private final Map<String, Visit> visits = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Visits(Clock clock) {
        this.clock = clock;
    }

    /** The given id when it is known and alive, else a new one: an expired id is replaced, not refused. */
    String enter(Optional<String> cookie, Duration idle) {
        Instant now = clock.instant();
        Optional<String> alive = cookie.filter(id -> visits.computeIfPresent(id, (key, visit) ->
                visit.lastUse().plus(idle).isAfter(now) ? new Visit(visit.username(), now) : null) != null);
        return alive.orElseGet(() -> begin(now, idle));
    }

    private String begin(Instant now, Duration idle) {
        if (visits.size() % SWEEP == SWEEP - 1) {
            visits.values().removeIf(visit -> !visit.lastUse().plus(idle).isAfter(now));
        }
        byte[] seed = new byte[20];
        random.nextBytes(seed);
        String id = String.format("%040x", new BigInteger(1, seed));
        visits.put(id, new Visit(Optional.empty(), now));
        return id;
    }

    Optional<String> username(String id) {
        return Optional.ofNullable(visits.get(id)).flatMap(Visit::username);
    }

    void link(String id, String username) {
        visits.put(id, new Visit(Optional.of(username), clock.instant()));
    }

    void unlink(String id) {
        visits.put(id, new Visit(Optional.empty(), clock.instant()));
    }

    void expireAll() {
        visits.clear();
    }

    long loggedIn() {
        return visits.values().stream().filter(visit -> visit.username().isPresent()).count();
    }

    /** The CSRF token of a session. */
    static String token(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(id.getBytes(StandardCharsets.UTF_8));
            return String.format("%040x", new BigInteger(1, digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
