package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One collection: documents by {@code _id}, and by {@code api.basic_key} where they have one. Safe for several threads; the documents handed
 * out must not be changed.
 */
final class Documents {

    private final ConcurrentNavigableMap<String, ObjectNode> byId = new ConcurrentSkipListMap<>();
    private final ConcurrentMap<String, NavigableSet<String>> byKey = new ConcurrentHashMap<>();

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All, by ascending id; the order of an unsorted list. */
    Stream<ObjectNode> all() {
        return byId.values().stream();
    }

    /** Those with a greater id than the given one, ascending. */
    Stream<ObjectNode> after(String id) {
        return byId.tailMap(id, false).values().stream();
    }

    /** Those with a smaller id than the given one, ascending. */
    Stream<ObjectNode> before(String id) {
        return byId.headMap(id, false).values().stream();
    }

    /** Those that hold a key, oldest first. */
    Stream<ObjectNode> withKey(String key) {
        NavigableSet<String> ids = byKey.get(key);
        return ids == null ? Stream.empty() : ids.stream().map(byId::get).filter(found -> found != null);
    }

    synchronized void insert(ObjectNode document) {
        String id = document.path("_id").textValue();
        byId.put(id, document);
        key(document).ifPresent(key -> byKey.computeIfAbsent(key, fresh -> new ConcurrentSkipListSet<>()).add(id));
    }

    /** Puts another document in place of one; empty when it is gone. */
    synchronized Optional<ObjectNode> replace(String id, UnaryOperator<ObjectNode> change) {
        ObjectNode old = byId.get(id);
        if (old == null) {
            return Optional.empty();
        }
        ObjectNode fresh = change.apply(old);
        if (!key(old).equals(key(fresh))) {
            forget(old);
        }
        insert(fresh);
        return Optional.of(fresh);
    }

    synchronized boolean remove(String id) {
        ObjectNode old = byId.remove(id);
        if (old != null) {
            forget(old);
        }
        return old != null;
    }

    synchronized void clear() {
        byId.clear();
        byKey.clear();
    }

    private void forget(ObjectNode document) {
        key(document).ifPresent(key -> byKey.computeIfPresent(key, (same, ids) -> {
            ids.remove(document.path("_id").textValue());
            return ids.isEmpty() ? null : ids;
        }));
    }

    private static Optional<String> key(ObjectNode document) {
        return Optional.ofNullable(document.path("api").path("basic_key").textValue());
    }
}
