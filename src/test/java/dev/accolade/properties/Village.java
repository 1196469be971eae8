package dev.accolade.properties;

import dev.accolade.model.MemberKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How things really are in two sources: {@code fedora}, which lists all groups at once, and {@code reef}, which lists each group by itself. */
final class Village {

    static final String FEDORA = "fedora";
    static final String REEF = "reef";

    /** E-mail by source and member id; empty for somebody without one. */
    final SortedMap<String, SortedMap<String, Optional<String>>> members = new TreeMap<>();
    /** Name by source and group id. */
    final SortedMap<String, SortedMap<String, String>> groups = new TreeMap<>();
    final Set<Fact> facts = new HashSet<>();
    private final List<Fact> left = new ArrayList<>();
    /** Whose account is called a bot. */
    final Set<MemberKey> bots = new HashSet<>();

    Village() {
        members.put(FEDORA, new TreeMap<>());
        members.put(REEF, new TreeMap<>());
        groups.put(FEDORA, new TreeMap<>(java.util.Map.of("1", "packager", "2", "docs", "3", "veterans")));
        groups.put(REEF, new TreeMap<>(java.util.Map.of("7", "divers", "8", "bots")));
    }

    Set<Fact> inGroup(String source, String group) {
        return facts.stream().filter(fact -> fact.source().equals(source) && fact.group().equals(group)).collect(Collectors.toSet());
    }

    Set<Fact> ofMember(String source, String member) {
        return facts.stream().filter(fact -> fact.source().equals(source) && fact.member().equals(member)).collect(Collectors.toSet());
    }

    Set<Fact> of(String source) {
        return facts.stream().filter(fact -> fact.source().equals(source)).collect(Collectors.toSet());
    }

    /** Somebody's account becomes a bot's, or a person's again. */
    void turn(String source, String member) {
        MemberKey key = new MemberKey(source, member);
        if (!bots.remove(key)) {
            bots.add(key);
        }
    }

    void vanish(String source, String member) {
        members.get(source).remove(member);
        facts.removeAll(ofMember(source, member));
    }

    void dissolve(String source, String group) {
        groups.get(source).remove(group);
        facts.removeAll(inGroup(source, group));
    }

    /** A right in a group; in fedora one person has one role in one group. Nobody joins what is not there. */
    void join(String source, String group, String member, String right) {
        if (groups.get(source).containsKey(group) && members.get(source).containsKey(member)) {
            facts.removeIf(fact -> source.equals(FEDORA) && fact.source().equals(source) && fact.group().equals(group) && fact.member().equals(member));
            facts.add(new Fact(source, group, member, right));
        }
    }

    /** Somebody who is in a group leaves it. @param which counted through, so that each number means somebody while anybody is in one */
    void leave(int which) {
        if (!facts.isEmpty()) {
            Fact chosen = facts.stream().sorted(Comparator.comparing(Fact::toString)).skip(which % facts.size()).findFirst().orElseThrow();
            facts.removeIf(fact -> fact.source().equals(chosen.source()) && fact.group().equals(chosen.group()) && fact.member().equals(chosen.member()));
            left.add(chosen);
        }
    }

    /** Somebody who left is in the group again. */
    void comeBack(int which) {
        if (!left.isEmpty()) {
            Fact chosen = left.remove(which % left.size());
            join(chosen.source(), chosen.group(), chosen.member(), chosen.right());
        }
    }
}
