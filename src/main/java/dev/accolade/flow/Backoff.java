package dev.accolade.flow;

import java.time.Duration;
import java.util.Optional;

/** How long to wait after a failed attempt: about 5, 10, 20 seconds and so on, at most about an hour. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofHours(1);

    private Backoff() {}

    /**
     * @param attempts how many have failed, 1 or more
     * @param number   of what failed: others that failed at the same moment come back up to a quarter earlier or later, but this one always alike
     */
    static Duration after(int attempts, long number) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
        Duration most = pause.compareTo(MOST) > 0 ? MOST : pause;
        long spread = Math.floorMod((number * 31 + attempts) * 0x9E3779B97F4A7C15L >>> 32, 501L) - 250;
        return most.plus(most.multipliedBy(spread).dividedBy(1000));
    }

    /** The same, or what the service asked for where that is longer. */
    static Duration after(int attempts, long number, Optional<Duration> asked) {
        Duration own = after(attempts, number);
        return asked.filter(longer -> longer.compareTo(own) > 0).orElse(own);
    }
}
