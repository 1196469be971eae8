package dev.accolade.flow;

import java.time.Duration;

/** How long to wait after a failed attempt: 5, 10, 20 seconds and so on, at most an hour. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MOST = Duration.ofHours(1);

    private Backoff() {}

    /** @param attempts how many have failed, 1 or more */
    static Duration after(int attempts) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
        return pause.compareTo(MOST) > 0 ? MOST : pause;
    }
}
