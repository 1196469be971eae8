package dev.accolade.ledger;

import dev.accolade.ledger.Snapshots.Right;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Member;
import dev.accolade.model.MemberKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Lets into a read only who was not erased. Runs in the transaction that stages, so that an erasure beside it misses nobody. */
record Doorkeeper(Handle handle, Erased erased, Snapshot snapshot) {

    List<Member> members(List<Member> members) {
        Erased.Hashes hashes = erased.hashes(handle);
        return hashes.isEmpty() ? members : members.stream().flatMap(member -> admitted(hashes, member)).toList();
    }

    List<Right> rights(List<Right> rights) {
        Erased.Hashes hashes = erased.hashes(handle);
        return hashes.isEmpty() ? rights : rights.stream()
                .filter(right -> !hashes.member(new MemberKey(snapshot.coverage().source(), right.memberId()))).toList();
    }

    /** Whoever stayed and now shows an erased person's address keeps what they have, but the address is not written down. */
    private Stream<Member> admitted(Erased.Hashes hashes, Member member) {
        if (hashes.member(member.key())) {
            return Stream.empty();
        }
        if (!hashes.email(member.email())) {
            return Stream.of(member);
        }
        if (isKnown(member.key())) {
            return Stream.of(new Member(member.key(), member.username(), Optional.empty(), member.name(), member.status()));
        }
        erased.add(handle, member.key(), member.username(), member.email());
        handle.execute("delete from staged_entitlement where snapshot = ? and member_id = ?", snapshot.id(), member.key().id());
        handle.execute("delete from entitlement where source = ? and member_id = ?", member.key().source(), member.key().id());
        return Stream.empty();
    }

    private boolean isKnown(MemberKey key) {
        return handle.createQuery("select 1 from member where source = ? and id = ?").bind(0, key.source()).bind(1, key.id()).mapTo(Integer.class).findOne().isPresent();
    }
}
