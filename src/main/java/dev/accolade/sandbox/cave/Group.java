package dev.accolade.sandbox.cave;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A group of users with rights on datasets. Guarded by the lock of the tables. */
final class Group {

    final int id;
    final String name;
    final NavigableSet<Integer> members = new TreeSet<>();
    /** Permission ids by dataset id. */
    final NavigableMap<Integer, NavigableSet<Integer>> rights = new TreeMap<>();

    Group(int id, String name) {
        this.id = id;
        this.name = name;
    }
}
