package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.sandbox.Answer;
import dev.accolade.sandbox.Call;
import dev.accolade.sandbox.StandIn;
import java.time.Clock;

/**
 * A Badgr server 3.14 in memory.
 *
 * <p>Token lifetimes, back-off and expiry follow the given clock. Until {@link #load} is called there are no users. Safe for several threads.
 */
public final class BadgrStandIn implements StandIn {

    private final Clock clock;
    private volatile Router router;

    public BadgrStandIn() {
        this(Clock.systemUTC());
    }

    public BadgrStandIn(Clock clock) {
        this.clock = clock;
        load(Json.object());
    }

    @Override
    public String name() {
        return "badgr";
    }

    /** @throws IllegalArgumentException when the seed refers to something it does not have; the present state is kept then */
    @Override
    public void load(JsonNode seed) {
        router = new Router(Seed.read(seed, clock));
    }

    @Override
    public Answer answer(Call call) {
        return router.answer(call);
    }

    @Override
    public Answer control(Call call) {
        return new Controls(router).answer(call).orElseGet(() -> StandIn.super.control(call));
    }
}
