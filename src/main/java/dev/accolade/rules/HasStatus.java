package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A condition: the source calls one of the person's accounts so.
 *
 * @param statuses the source's own words, one of which is enough
 */
public record HasStatus(String source, SortedSet<String> statuses) implements Condition {

    public HasStatus {
        requireNonNull(source, "source is null");
        statuses = new TreeSet<>(statuses);
    }

    @Override
    public String sentence() {
        return "status " + String.join(" or ", statuses) + " in " + source;
    }
}
