package dev.accolade.model;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One human being: the members that correlation joined.
 *
 * @param id           the ledger's own
 * @param members      at least one, in no order
 * @param entitlements what these members hold; a right whose absence is not yet certain is among them, and doubtful
 * @param readAlone    those members whose own rights were read as a whole, completely and recently enough
 * @param email        the address badges go to; empty while nobody knows one
 */
public record Person(long id, List<Member> members, List<Entitlement> entitlements, Set<MemberKey> readAlone, Optional<String> email) {

    public Person {
        members = List.copyOf(members);
        entitlements = List.copyOf(entitlements);
        readAlone = Set.copyOf(readAlone);
        requireNonNull(email, "email is null");
    }

    /** With the address of the first member, by source and id, that has one. */
    public Person(long id, List<Member> members, List<Entitlement> entitlements, Set<MemberKey> readAlone) {
        this(id, members, entitlements, readAlone, members.stream().filter(member -> member.email().isPresent())
                .min(Comparator.comparing(member -> member.key().toString())).flatMap(Member::email));
    }

    /** Whether this is an address of any of the members, whether it counts or not. */
    public boolean has(String address) {
        return members.stream().anyMatch(member -> member.email().filter(address::equals).isPresent());
    }

    public Optional<Member> member(MemberKey key) {
        return members.stream().filter(member -> member.key().equals(key)).findFirst();
    }

    /** How a person is named in messages: {@code p-17}; a number below zero stands for nobody, for something on a target that is no person's grant. */
    public static String label(long id) {
        return id < 0 ? "nobody" : "p-" + id;
    }
}
