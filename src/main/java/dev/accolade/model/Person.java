package dev.accolade.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One human being: the members that correlation joined.
 *
 * @param id           the ledger's own
 * @param members      at least one, in no order
 * @param entitlements what these members hold; a right whose absence is not yet certain is still among them
 * @param readAlone    those members whose own rights were read as a whole, completely and recently enough
 */
public record Person(long id, List<Member> members, List<Entitlement> entitlements, Set<MemberKey> readAlone) {

    public Person {
        members = List.copyOf(members);
        entitlements = List.copyOf(entitlements);
        readAlone = Set.copyOf(readAlone);
    }

    /** The address badges go to: of the first member, by source and id, that has one. */
    public Optional<String> email() {
        return members.stream().filter(member -> member.email().isPresent()).min(Comparator.comparing(member -> member.key().toString()))
                .flatMap(Member::email);
    }

    public Optional<Member> member(MemberKey key) {
        return members.stream().filter(member -> member.key().equals(key)).findFirst();
    }

    /** How a person is named in messages: {@code p-17}; a number below zero stands for nobody, for something on a target that is no person's grant. */
    public static String label(long id) {
        return id < 0 ? "nobody" : "p-" + id;
    }
}
