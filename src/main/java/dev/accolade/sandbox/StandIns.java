package dev.accolade.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The services of a sandbox by name, each with the state it started from. Safe for several threads. */
final class StandIns {

    private final Map<String, StandIn> byName = new LinkedHashMap<>();
    private final Map<String, Supplier<JsonNode>> seeds = new ConcurrentHashMap<>();

    StandIns(List<StandIn> services) {
        services.forEach(service -> byName.put(service.name(), service));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Optional<StandIn> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException when there is no such service; it names those that there are */
    StandIn get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The sandbox has no service " + name + "; it has " + byName.keySet() + "."));
    }

    /** @throws IllegalArgumentException naming the first mistake in the seed; the state to come back to is then the earlier one */
    void load(String name, Supplier<JsonNode> seed) {
        get(name).load(seed.get());
        seeds.put(name, seed);
    }

    /** Brings all services back to what they started from. */
    void reset() {
        seeds.forEach((name, seed) -> get(name).load(seed.get()));
    }
}
