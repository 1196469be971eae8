package dev.accolade.ledger;

import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Holds a large scope, or a whole source, that comes back empty or sharply smaller, until a person says that it is true.
 *
 * @param members how many there must have been for the guard to look
 * @param share   the part of them, between 0 and 1, whose disappearance is not believed
 */
public record ShrinkGuard(int members, double share) {

    void judge(Handle handle, Snapshot snapshot, long now) {
        Coverage coverage = snapshot.coverage();
        if (coverage.kind() == Coverage.Kind.MEMBER) {
            return;
        }
        String within = coverage.kind() == Coverage.Kind.SCOPE ? " and scope_id = :coverage" : "";
        hold(handle, snapshot, now, """
                select scope_id, count(distinct member_id) as before_count,
                    count(distinct case when exists (select 1 from staged_entitlement s where s.snapshot = :snapshot and s.scope_id = e.scope_id
                        and s.member_id = e.member_id) then member_id end) as after_count
                from entitlement e where source = :source and gone_at is null""" + within + " group by scope_id", within);
        if (coverage.kind() == Coverage.Kind.EVERYTHING) {
            hold(handle, snapshot, now, """
                    select '' as scope_id, (select count(*) from entitlement where source = :source and gone_at is null) as before_count,
                        (select count(*) from entitlement e join staged_entitlement s on s.snapshot = :snapshot and s.scope_id = e.scope_id
                            and s.member_id = e.member_id and s.holds = e.holds where e.source = :source and e.gone_at is null) as after_count""", " and scope_id = ''");
        }
    }

    /**
     * Judges a source that is read in pieces, before a pull: what the pull before it no longer found, and what has gone since yesterday, counts
     * against all that was there. While too much of it is missing, no piece takes anything away, unless an event had asked about that one member.
     */
    void judgeSource(Handle handle, String source, long now) {
        String shrunk = """
                select * from (select '' as scope_id, count(*) as before_count, count(case when absent_since is null and gone_at is null then 1 end) as after_count
                    from entitlement where source = :source and (gone_at is null or gone_at > :dayAgo))
                where before_count >= :members and after_count < before_count and after_count <= before_count * (1.0 - :share)""";
        record(query -> handle.createUpdate(query).bind("source", source).bind("members", members).bind("share", share).bind("now", now).bind("snapshot", 0)
                .bind("dayAgo", now - Duration.ofDays(1).toMillis()), shrunk, " and scope_id = ''");
    }

    /** Counted are those who were there before and still are: as many strangers in their place are no comfort. An approval is for the number of members it was given for: a scope that shrinks further is held again. */
    private void hold(Handle handle, Snapshot snapshot, long now, String counts, String within) {
        String shrunk = "select * from (" + counts + ") where before_count >= :members and after_count < before_count and after_count <= before_count * (1.0 - :share)";
        record(sql -> bound(handle, snapshot, now, sql), shrunk, within.isEmpty() ? " and scope_id <> ''" : within);
    }

    /** What shrank is held, what is back is let go. */
    private static void record(Function<String, Update> bound, String shrunk, String within) {
        bound.apply("delete from shrinkage where source = :source" + within + " and scope_id not in (select scope_id from (" + shrunk + "))").execute();
        bound.apply("""
                insert into shrinkage (source, scope_id, members_before, members_after, snapshot, since)
                select :source, scope_id, before_count, after_count, :snapshot, :now from (""" + shrunk + """
                ) where true on conflict (source, scope_id) do update set snapshot = excluded.snapshot, members_before = excluded.members_before,
                    members_after = excluded.members_after,
                    approved_until = case when excluded.members_after >= shrinkage.members_after then shrinkage.approved_until end,
                    approved_by = case when excluded.members_after >= shrinkage.members_after then shrinkage.approved_by end""").execute();
    }

    private Update bound(Handle handle, Snapshot snapshot, long now, String sql) {
        Update update = handle.createUpdate(sql).bind("source", snapshot.coverage().source()).bind("snapshot", snapshot.id())
                .bind("members", members).bind("share", share);
        update.bind("now", now).bind("coverage", snapshot.coverage().id());
        return update;
    }
}
