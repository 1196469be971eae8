package dev.accolade.flow;

import dev.accolade.ledger.Breaker;
import dev.accolade.ledger.Trouble;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How often each target failed in a row, as far as this process knows: what it has claimed already is not sent into the fire after it. */
final class Streak {

    private final ConcurrentMap<String, Integer> failures = new ConcurrentHashMap<>();

    /** @param trouble empty when the target answered */
    void note(String target, Optional<Trouble> trouble) {
        trouble.ifPresentOrElse(one -> failures.merge(target, one.shutOut() ? Breaker.PATIENCE : 1, Integer::sum), () -> failures.remove(target));
    }

    boolean isTooLong(String target) {
        return failures.getOrDefault(target, 0) >= Breaker.PATIENCE;
    }

    /** From here on the ledger knows what was noted, and decides by it. */
    void forget(String target) {
        failures.remove(target);
    }
}
