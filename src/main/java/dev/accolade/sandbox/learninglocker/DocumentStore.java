package dev.accolade.sandbox.learninglocker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State and profile documents, each under a shelf (store, resource, agent, activity) and an id. Safe for several threads. */
final class DocumentStore {

    /**
     * One document.
     *
     * @param type    media type as sent
     * @param updated ISO-8601
     */
    record Document(String type, byte[] content, String updated) {
    }

    private final Map<String, Map<String, Document>> shelves = new LinkedHashMap<>();

    synchronized Optional<Document> find(String shelf, String id) {
        return Optional.ofNullable(shelves.getOrDefault(shelf, Map.of()).get(id));
    }

    /** In the order they were made; those changed after a time, where one is given. */
    synchronized List<String> ids(String shelf, Optional<String> since) {
        List<String> ids = new ArrayList<>();
        shelves.getOrDefault(shelf, Map.of()).forEach((id, document) -> {
            if (since.isEmpty() || document.updated().compareTo(since.get()) > 0) {
                ids.add(id);
            }
        });
        return ids;
    }

    synchronized void put(String shelf, String id, Document document) {
        shelves.computeIfAbsent(shelf, fresh -> new LinkedHashMap<>()).put(id, document);
    }

    /** Takes one document away, or all of a shelf. */
    synchronized void remove(String shelf, Optional<String> id) {
        if (id.isPresent()) {
            shelves.getOrDefault(shelf, new LinkedHashMap<>()).remove(id.get());
        } else {
            shelves.remove(shelf);
        }
    }

    synchronized void clear() {
        shelves.clear();
    }
}
