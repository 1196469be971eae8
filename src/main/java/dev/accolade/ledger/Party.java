package dev.accolade.ledger;

import dev.accolade.model.MemberKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Those of a person's members that stay together when the person turns out to be two. */
record Party(List<Known> members) {

    /** @param first the person it was before any join */
    record Known(MemberKey key, Optional<String> email, long first) {}

    /**
     * Who is linked stays together; who is separated does not. The others go with those whose address or earlier person they share, else with
     * the first.
     *
     * @param members the oldest first
     */
    static List<Party> of(List<Known> members, Declarations declared) {
        List<Party> linked = linked(members, declared);
        List<Party> parties = new ArrayList<>();
        List<Party> free = new ArrayList<>();
        for (Party one : linked) {
            if (linked.stream().noneMatch(other -> other != one && one.apart(other, declared))) {
                free.add(one);
                continue;
            }
            parties.stream().filter(party -> !party.apart(one, declared)).findFirst().ifPresentOrElse(party -> party.members.addAll(one.members), () -> parties.add(one));
        }
        free.forEach(one -> parties.stream().max(Comparator.comparingInt(one::closeness)).orElseThrow().members.addAll(one.members));
        return parties;
    }

    private static List<Party> linked(List<Known> members, Declarations declared) {
        List<Party> linked = new ArrayList<>();
        Set<MemberKey> placed = new HashSet<>();
        for (Known member : members) {
            if (placed.contains(member.key())) {
                continue;
            }
            Set<MemberKey> together = declared.links().stream().filter(link -> link.members().contains(member.key())).findFirst()
                    .map(Declarations.Link::members).orElse(Set.of(member.key()));
            linked.add(new Party(new ArrayList<>(members.stream().filter(one -> together.contains(one.key())).toList())));
            placed.addAll(together);
        }
        return linked;
    }

    private boolean apart(Party other, Declarations declared) {
        return declared.separations().stream().anyMatch(one -> contains(one.one()) && other.contains(one.other()) || contains(one.other()) && other.contains(one.one()));
    }

    private int closeness(Party other) {
        boolean sameAddress = members.stream().anyMatch(one -> one.email().isPresent() && other.members.stream().anyMatch(its -> its.email().equals(one.email())));
        boolean samePerson = members.stream().anyMatch(one -> other.firstPersons().contains(one.first()));
        return (samePerson ? 2 : 0) + (sameAddress ? 1 : 0);
    }

    private boolean contains(MemberKey key) {
        return members.stream().anyMatch(member -> member.key().equals(key));
    }

    /** @param member SOURCE:ID */
    boolean has(String member) {
        return members.stream().anyMatch(one -> one.key().toString().equals(member));
    }

    /** The lowest first. */
    Set<Long> firstPersons() {
        Set<Long> firsts = new TreeSet<>();
        members.forEach(member -> firsts.add(member.first()));
        return firsts;
    }
}
