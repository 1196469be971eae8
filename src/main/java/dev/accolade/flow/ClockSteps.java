package dev.accolade.flow;

import dev.accolade.ledger.Skews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares the services' clocks with ours, as far as their answers told, before anything is claimed. */
public final class ClockSteps {

    private final Skews skews;
    private final List<String> services;
    private final Function<String, Optional<Duration>> told;

    /**
     * @param services names of all sources and targets
     * @param told     how far a service's last answer was ahead; empty before the first one
     */
    public ClockSteps(Skews skews, List<String> services, Function<String, Optional<Duration>> told) {
        this.skews = skews;
        this.services = List.copyOf(services);
        this.told = told;
    }

    public void compare() {
        services.forEach(service -> told.apply(service).ifPresent(ahead -> skews.note(service, ahead)));
    }
}
