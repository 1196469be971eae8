package dev.accolade.sandbox.cave;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A dataset, the terms it asks for, and its admins. Guarded by the lock of the tables. */
final class Dataset {

    final int id;
    String name;
    Optional<Integer> terms;
    final NavigableSet<Integer> admins = new TreeSet<>();

    Dataset(int id, String name, Optional<Integer> terms) {
        this.id = id;
        this.name = name;
        this.terms = terms;
    }
}
