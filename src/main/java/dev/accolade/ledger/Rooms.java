package dev.accolade.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** How many more changes there is room for, while they are chosen one after the other: on the target, on each badge class or store, in each scope. */
final class Rooms {

    private int total;
    private final ToIntFunction<String> ofObject;
    private final ToIntFunction<String> ofScope;
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Integer> scopes = new HashMap<>();
    private final Set<String> fullObjects = new HashSet<>();
    private final Set<String> fullScopes = new HashSet<>();

    /**
     * @param ofObject how many there were room for on one object at the beginning
     * @param ofScope  the same in one scope
     */
    Rooms(int total, ToIntFunction<String> ofObject, ToIntFunction<String> ofScope) {
        this.total = total;
        this.ofObject = ofObject;
        this.ofScope = ofScope;
    }

    /**
     * Takes the room of one change, everywhere or nowhere.
     *
     * @param scope empty when no scope is known
     */
    boolean take(String object, String scope) {
        int here = objects.computeIfAbsent(object, ofObject::applyAsInt);
        int there = scope.isEmpty() ? Integer.MAX_VALUE : scopes.computeIfAbsent(scope, ofScope::applyAsInt);
        if (here <= 0) {
            fullObjects.add(object);
        }
        if (there <= 0) {
            fullScopes.add(scope);
        }
        if (total <= 0 || here <= 0 || there <= 0) {
            return false;
        }
        total--;
        objects.put(object, here - 1);
        scopes.put(scope, there - 1);
        return true;
    }

    boolean isFull() {
        return total <= 0;
    }

    /** Objects on which somebody found no room. */
    Set<String> fullObjects() {
        return fullObjects;
    }

    /** Scopes in which somebody found no room. */
    Set<String> fullScopes() {
        return fullScopes;
    }
}
