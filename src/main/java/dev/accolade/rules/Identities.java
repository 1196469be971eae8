package dev.accolade.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What operators know of who is who, and sources do not tell.
 *
 * @param links       members that are one person, whatever their addresses say; those that overlap are given as one
 * @param separations members no two of which are one person, whatever their addresses say
 * @param groups      what a group is called now, by source and by the name that rules use
 */
public record Identities(List<Declared> links, List<Declared> separations, Map<String, Map<String, String>> groups) {

    /** Nothing is known beyond what sources tell. */
    public static final Identities NONE = new Identities(List.of(), List.of(), Map.of());

    /** A member as somebody writes it: {@code fedora:100017} or {@code fedora:anneli}. */
    public record Name(String source, String name) {

        @Override
        public String toString() {
            return source + ":" + name;
        }
    }

    /**
     * Some members about whom something is said.
     *
     * @param members two or more
     * @param where   file and line, for people
     */
    public record Declared(List<Name> members, String where) {

        public Declared {
            members = List.copyOf(members);
        }
    }

    public Identities {
        links = List.copyOf(links);
        separations = List.copyOf(separations);
        groups = Map.copyOf(groups);
    }

    /** What a group is called now, as an operator says; empty when nobody says anything. */
    public Optional<String> nowCalled(String source, String name) {
        return Optional.ofNullable(groups.getOrDefault(source, Map.of()).get(name));
    }
}
