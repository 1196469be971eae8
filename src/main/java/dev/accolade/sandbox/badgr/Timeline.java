package dev.accolade.sandbox.badgr;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Things by a time that is unique to each. Guarded by the world's lock. */
final class Timeline<T> {

    private final NavigableMap<Instant, T> entries = new TreeMap<>();

    void put(Instant at, T thing) {
        entries.put(at, thing);
    }

    void remove(Instant at) {
        entries.remove(at);
    }

    Collection<T> oldestFirst() {
        return entries.values();
    }

    /** What lies strictly behind a moment, in the given direction of time. */
    Collection<T> behind(Instant moment, boolean newestFirst) {
        return newestFirst ? entries.headMap(moment, false).descendingMap().values() : entries.tailMap(moment, false).values();
    }

    Collection<T> all(boolean newestFirst) {
        return newestFirst ? entries.descendingMap().values() : entries.values();
    }

    int size() {
        return entries.size();
    }
}
