package dev.accolade.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accolade.model.MemberKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may, must and must not be one person, from what reads have shown and operators say: naively, over all pairs. */
final class WhoIsWho {

    private final World world;
    private final Seen seen;
    /** Pairs that an address or an operator made one at some time: what is joined stays joined. */
    private final Map<String, Set<String>> bonds = new HashMap<>();
    private Map<String, Long> before = new HashMap<>();

    WhoIsWho(World world, Seen seen) {
        this.world = world;
        this.seen = seen;
    }

    /** A plan was made, and so members were correlated. */
    void correlated(Map<Long, Set<MemberKey>> persons) {
        Map<String, String> addresses = new HashMap<>();
        seen.addresses().forEach((key, email) -> addresses.put(key.toString(), email));
        Map<String, Long> now = new HashMap<>();
        persons.forEach((person, members) -> members.forEach(member -> now.put(member.toString(), person)));
        List<String> members = now.keySet().stream().sorted().toList();
        world.says.links().forEach(link -> bond(link.get(0), link.get(1)));
        while (newBonds(members, addresses)) {
            // Each may make or unmake doubts about others.
        }
        persons.values().forEach(own -> assertThat(reachable(own)).as("members of one person joined on a guess: %s, addresses %s", own, addresses).isEqualTo(own.size()));
        world.says.separations().stream().filter(pair -> now.containsKey(pair.get(0)) && now.containsKey(pair.get(1)))
                .forEach(pair -> assertThat(now.get(pair.get(0))).as("%s are two persons, an operator says", pair).isNotEqualTo(now.get(pair.get(1))));
        if (world.says.separations().isEmpty()) {
            world.says.links().stream().filter(pair -> now.containsKey(pair.get(0)) && now.containsKey(pair.get(1)))
                    .forEach(pair -> assertThat(now.get(pair.get(0))).as("%s are one person, an operator says", pair).isEqualTo(now.get(pair.get(1))));
            pairs(members).filter(pair -> mustBeOne(pair.get(0), pair.get(1), addresses))
                    .forEach(pair -> assertThat(now.get(pair.get(0))).as("%s have one address, %s", pair, addresses.get(pair.get(0))).isEqualTo(now.get(pair.get(1))));
        }
        before = now;
    }

    private boolean newBonds(List<String> members, Map<String, String> addresses) {
        List<List<String>> found = pairs(members).filter(pair -> !bonds.getOrDefault(pair.get(0), Set.of()).contains(pair.get(1)))
                .filter(pair -> mayBeOne(pair.get(0), pair.get(1), addresses)).toList();
        found.forEach(pair -> bond(pair.get(0), pair.get(1)));
        return !found.isEmpty();
    }

    private void bond(String one, String other) {
        bonds.computeIfAbsent(one, key -> new HashSet<>()).add(other);
        bonds.computeIfAbsent(other, key -> new HashSet<>()).add(one);
    }

    /** Equal addresses that both sources vouch for, of people who are there, and that nobody else had in the same source. */
    private boolean mayBeOne(String one, String other, Map<String, String> addresses) {
        String email = addresses.get(one);
        return email != null && email.equals(addresses.get(other)) && List.of(one, other).stream().allMatch(member -> vouched(member) && !seen.absent().contains(member)
                && addresses.keySet().stream().noneMatch(rival -> source(rival).equals(source(member)) && !rival.equals(member) && had(rival, email)
                        && !(email.equals(addresses.get(rival)) && !seen.absent().contains(rival)) && !wereOne(rival, member)));
    }

    /** No doubt is left: both are on the latest list of people with it, and nobody else of the two sources ever had it. */
    private boolean mustBeOne(String one, String other, Map<String, String> addresses) {
        String email = addresses.get(one);
        return email != null && email.equals(addresses.get(other)) && List.of(one, other).stream().allMatch(member -> vouched(member) && !seen.absent().contains(member)
                && world.observed.listed(source(member), world.clock.instant().minus(World.MAX_AGE)).getOrDefault(id(member), "").equals(email)
                && world.observed.addresses.getOrDefault(member, Set.of()).equals(Set.of(email))
                && addresses.keySet().stream().noneMatch(rival -> !rival.equals(one) && !rival.equals(other) && source(rival).equals(source(member)) && had(rival, email))
                && world.observed.addresses.keySet().stream().noneMatch(rival -> !rival.equals(one) && !rival.equals(other) && source(rival).equals(source(member)) && had(rival, email)));
    }

    private boolean vouched(String member) {
        return world.verified.containsKey(source(member));
    }

    private boolean had(String member, String email) {
        return world.observed.addresses.getOrDefault(member, Set.of()).contains(email);
    }

    private boolean wereOne(String one, String other) {
        return before.containsKey(one) && before.get(one).equals(before.get(other)) || reached(one).contains(other);
    }

    private static java.util.stream.Stream<List<String>> pairs(List<String> members) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs.add(List.of(members.get(j), members.get(i)));
            }
        }
        return pairs.stream();
    }

    private int reachable(Set<MemberKey> own) {
        return own.isEmpty() ? 0 : (int) own.stream().filter(member -> reached(own.iterator().next().toString()).contains(member.toString())).count();
    }

    private Set<String> reached(String first) {
        Set<String> reached = new HashSet<>(Set.of(first));
        for (int size = 0; size < reached.size();) {
            size = reached.size();
            List.copyOf(reached).forEach(member -> reached.addAll(bonds.getOrDefault(member, Set.of())));
        }
        return reached;
    }

    private static String source(String member) {
        return member.substring(0, member.indexOf(':'));
    }

    private static String id(String member) {
        return member.substring(member.indexOf(':') + 1);
    }
}
