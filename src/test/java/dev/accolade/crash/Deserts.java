package dev.accolade.crash;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who is in what, and so who must have what. It is told of each thing that happens in the town by whoever makes it happen there, and knows
 * nothing of Accolade.
 */
final class Deserts {

    static final String SETTLER = "Settler";
    static final String MAKER = "Maker";
    static final String GUEST = "Guest";

    private final int size;
    private final Map<String, Set<String>> live = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> everMade = new LinkedHashMap<>();
    private final Map<String, Set<String>> scopes = new LinkedHashMap<>();
    private final Set<String> moved = new HashSet<>();

    /** @param size how many settlers, makers, old writers and new writers there are, each */
    Deserts(int size) {
        this.size = size;
        List.of(SETTLER, MAKER, GUEST).forEach(badge -> {
            live.put(badge, new LinkedHashSet<>());
            everMade.put(badge, new LinkedHashMap<>());
        });
        settlers().forEach(name -> earns(SETTLER, name));
        oldWriters().forEach(user -> scopes.put(user, Set.of("statements/write")));
    }

    List<String> settlers() {
        return names("settler", "");
    }

    /** The same persons as new writers, under another spelling of their address. */
    List<String> makers() {
        return names("maker", "");
    }

    List<String> people() {
        return Stream.concat(settlers().stream(), makers().stream()).toList();
    }

    /** Settlers whose badge somebody else gave them: it is never taken. */
    List<String> fromStrangers() {
        return settlers().subList(0, 2);
    }

    List<String> oldWriters() {
        return names("writer", "@town.example.org");
    }

    List<String> newWriters() {
        return names("maker", "@town.example.org");
    }

    List<String> writers() {
        return Stream.concat(oldWriters().stream(), newWriters().stream()).toList();
    }

    private List<String> names(String what, String at) {
        return IntStream.range(0, size).mapToObj(number -> what + number + at).toList();
    }

    /** Settlers who get a new address: all whose badge Accolade may take. */
    List<String> movers() {
        return settlers().subList(fromStrangers().size(), size);
    }

    String email(String name) {
        return name + (moved.contains(name) ? "@hill.example.org" : "@town.example.org");
    }

    /** The address as FAS has it. */
    String written(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + email(name).substring(1).replace("example", "Example");
    }

    /** From now on another address is theirs; what they have at the old one they keep until it is said that they lose it. */
    void moves(String name) {
        moved.add(name);
    }

    void earns(String badge, String name) {
        live.get(badge).add(email(name));
        everMade.get(badge).merge(email(name), 1, Integer::sum);
    }

    void loses(String badge, String name) {
        if (!badge.equals(SETTLER) || !fromStrangers().contains(name)) {
            live.get(badge).remove(email(name));
        }
    }

    void writes(String user, Set<String> with) {
        scopes.put(user, with);
    }

    /** Addresses that must have the badge now. */
    Set<String> holders(String badge) {
        return live.get(badge);
    }

    /** How many assertions of a badge an address may ever have had. */
    int made(String badge, String email) {
        return everMade.get(badge).getOrDefault(email, 0);
    }

    /** Scopes by writer; none means that the client is there and disabled. Whoever never earned one is missing. */
    Map<String, Set<String>> clients() {
        return scopes;
    }
}
