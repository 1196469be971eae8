package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A condition: the person holds one of these rights in this scope of this source.
 *
 * @param scope  name or id of a group or company; empty means any scope of the source
 * @param rights roles or permissions, one of which is enough; empty means any
 */
public record Holds(String source, Optional<String> scope, SortedSet<String> rights) implements Condition {

    public Holds {
        requireNonNull(source, "source is null");
        requireNonNull(scope, "scope is null");
        rights = new TreeSet<>(rights);
    }

    boolean allows(String right) {
        return rights.isEmpty() || rights.contains(right);
    }

    @Override
    public String sentence() {
        return (rights.isEmpty() ? "anything" : String.join(" or ", rights)) + scope.map(name -> " in " + name).orElse("") + " of " + source;
    }
}
