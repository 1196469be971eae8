package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How things stand now with what a change was about that is open no more.
 *
 * @param next       the open change about the same grant
 * @param live       whether the grant is live
 * @param erased     whether the person was erased, or is to be
 * @param joined     the person this one turned out to be
 * @param holds      whether the right it rested on is held still; empty when it rested on none that is known by name
 * @param objectGone why the rules about its badge class or store stand still
 */
public record Aftermath(Optional<KeptChange> next, boolean live, boolean erased, Optional<Long> joined, Optional<Boolean> holds, Optional<String> objectGone) {

    /** By number of the change. */
    public static Map<Long, Aftermath> of(Database database, List<KeptChange> changes) {
        return database.read(handle -> changes.stream().collect(Collectors.toMap(KeptChange::id, change -> of(handle, change))));
    }

    private static Aftermath of(Handle handle, KeptChange change) {
        GrantKey key = change.key();
        Optional<Long> joined = handle.createQuery("select merged_into from person where id = ? and merged_into is not null").bind(0, key.person()).mapTo(Long.class).findOne();
        return new Aftermath(KeptChanges.open(handle, key), exists(handle, "select 1 from grants where person = ? and target = ? and object_id = ? and state = 'LIVE'",
                key.person(), key.target(), key.objectId()), exists(handle, "select 1 from erasure where person = ?", joined.orElse(key.person())), joined, holds(handle, change.evidence()),
                handle.createQuery("select problem from target_object where target = ? and name = ? and problem is not null").bind(0, key.target()).bind(1, change.objectName())
                        .mapTo(String.class).findOne());
    }

    /** Member and scope are written as {@code SOURCE:ID} in evidence. */
    private static Optional<Boolean> holds(Handle handle, Map<String, String> evidence) {
        String[] member = evidence.getOrDefault("member", "").split(":", 2);
        String[] scope = evidence.getOrDefault("scope", "").split(":", 2);
        if (member.length < 2 || scope.length < 2 || !evidence.containsKey("right")) {
            return Optional.empty();
        }
        return Optional.of(exists(handle, "select 1 from entitlement where source = ? and scope_id = ? and member_id = ? and holds = ? and gone_at is null",
                scope[0], scope[1], member[1], evidence.get("right")));
    }

    private static boolean exists(Handle handle, String sql, Object... values) {
        return handle.select(sql, values).mapTo(Integer.class).findFirst().isPresent();
    }
}
