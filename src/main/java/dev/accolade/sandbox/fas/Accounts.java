package dev.accolade.sandbox.fas;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** All people, groups and roles. Whoever touches them does so inside {@link #reading} or {@link #writing}. */
final class Accounts {

    private static final int FIRST_ID = 100_001;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Integer, FasPerson> people = new LinkedHashMap<>();
    private final Map<String, FasPerson> byUsername = new HashMap<>();
    private final Map<Integer, FasGroup> groups = new LinkedHashMap<>();
    private final Map<String, FasGroup> byName = new HashMap<>();
    private final Clock clock;
    private int nextId = FIRST_ID;

    Accounts(Clock clock) {
        this.clock = clock;
    }

    <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    <T> T writing(Supplier<T> work) {
        lock.writeLock().lock();
        try {
            return work.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** The next id: people and groups draw from one sequence. */
    int freshId() {
        return nextId;
    }

    boolean taken(int id) {
        return people.containsKey(id) || groups.containsKey(id);
    }

    Collection<FasPerson> people() {
        return people.values();
    }

    Collection<FasGroup> groups() {
        return groups.values();
    }

    Optional<FasPerson> person(int id) {
        return Optional.ofNullable(people.get(id));
    }

    Optional<FasPerson> person(String username) {
        return Optional.ofNullable(byUsername.get(username));
    }

    Optional<FasPerson> personByEmail(String email) {
        return people.values().stream().filter(person -> email.equals(person.email)).findFirst();
    }

    Optional<FasGroup> group(int id) {
        return Optional.ofNullable(groups.get(id));
    }

    Optional<FasGroup> group(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    void add(FasPerson person) {
        people.put(person.id, person);
        nextId = Math.max(nextId, person.id + 1);
        byUsername.put(person.username, person);
    }

    void add(FasGroup group) {
        groups.put(group.id, group);
        nextId = Math.max(nextId, group.id + 1);
        byName.put(group.name, group);
    }

    void put(FasRole role) {
        role.group().put(role);
        role.person().put(role);
    }

    void remove(FasRole role) {
        role.group().remove(role.person());
        role.person().remove(role.group());
    }

    void remove(FasPerson person) {
        new ArrayList<>(person.roles()).forEach(this::remove);
        people.remove(person.id);
        byUsername.remove(person.username);
    }

    void remove(FasGroup group) {
        List.copyOf(group.roles()).forEach(this::remove);
        groups.remove(group.id);
        byName.remove(group.name);
    }

    /** A new name for the same group: its id stays. */
    void rename(FasGroup group, String name) {
        byName.remove(group.name);
        group.name = name;
        byName.put(name, group);
    }
}
