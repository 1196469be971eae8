package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The statements of all stores, in the order they were stored. Safe for several threads. */
final class StatementStore {

    /**
     * A statement with what is known about it.
     *
     * @param number  place in the order of storing
     * @param client  id of the client that stored it
     * @param content what came in, without what the server stamps; the same id may only come again with the same content
     */
    record Stored(long number, String store, String client, String id, ObjectNode statement, JsonNode content) {

        boolean voids() {
            return Statements.VOIDED.equals(statement.path("verb").path("id").asText());
        }
    }

    /** What became of a batch: the ids in the order sent, and how many statements are new; or the first id that conflicts. */
    record Outcome(List<String> ids, int added, Optional<String> conflict) {
    }

    private final Map<String, NavigableMap<Long, Stored>> byStore = new HashMap<>();
    private final Map<String, Stored> byId = new HashMap<>();
    private final Set<String> voided = new HashSet<>();
    private long last;

    /** Stores a batch, all or none. */
    synchronized Outcome store(List<Stored> batch) {
        List<String> ids = batch.stream().map(Stored::id).toList();
        for (Stored one : batch) {
            Stored known = byId.get(key(one.store(), one.id()));
            if (known != null && !known.content().equals(one.content())) {
                return new Outcome(List.of(), 0, Optional.of(one.id()));
            }
        }
        int added = 0;
        for (Stored one : batch) {
            if (!byId.containsKey(key(one.store(), one.id()))) {
                keep(new Stored(++last, one.store(), one.client(), one.id(), one.statement(), one.content()));
                added++;
            }
        }
        return new Outcome(ids, added, Optional.empty());
    }

    private void keep(Stored one) {
        byId.put(key(one.store(), one.id()), one);
        byStore.computeIfAbsent(one.store(), fresh -> new TreeMap<>()).put(one.number(), one);
        if (one.voids()) {
            voided.add(key(one.store(), one.statement().path("object").path("id").asText()));
        }
    }

    synchronized Optional<Stored> find(String store, String id, boolean wantsVoided) {
        String key = key(store, id);
        return Optional.ofNullable(byId.get(key)).filter(found -> (voided.contains(key) && !found.voids()) == wantsVoided);
    }

    /** The statements of a store that are not voided; those beyond a place in the order, where one is given. */
    synchronized List<Stored> list(String store, boolean ascending, Optional<Long> beyond, Predicate<Stored> filter, int most) {
        NavigableMap<Long, Stored> all = byStore.getOrDefault(store, new TreeMap<>());
        NavigableMap<Long, Stored> ordered = ascending ? all : all.descendingMap();
        Stream<Stored> found = (beyond.isPresent() ? ordered.tailMap(beyond.get(), false) : ordered).values().stream();
        return found.filter(one -> !voided.contains(key(store, one.id())) || one.voids()).filter(filter).limit(most).toList();
    }

    synchronized void clear() {
        byStore.clear();
        byId.clear();
        voided.clear();
        last = 0;
    }

    private static String key(String store, String id) {
        return store + "/" + id.toLowerCase(Locale.ROOT);
    }
}
