package dev.accolade.ledger;

import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which of a person's addresses badges go to: one that its source vouches for comes before one that nobody vouches for, and one of a member
 * who is gone comes last, for somebody else may have it by now. Among equals the first by source and id counts.
 */
record Addresses(Set<String> verified, Set<MemberKey> absent) {

    Optional<String> first(List<Member> members) {
        return members.stream().filter(member -> member.email().isPresent())
                .min(Comparator.comparing((Member member) -> absent.contains(member.key())).thenComparing(member -> !verified.contains(member.key().source()))
                        .thenComparing(member -> member.key().toString())).flatMap(Member::email);
    }
}
