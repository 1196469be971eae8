package dev.accolade.ledger;

import static java.util.Objects.requireNonNull;

import dev.accolade.ledger.Snapshots.Cause;
import dev.accolade.ledger.Snapshots.Snapshot;
import dev.accolade.model.Coverage;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * How a complete read becomes what is known.
 *
 * <p>What the read shows is present. What it does not show, though it covers it, is absent since this read, and gone once a second complete
 * read a set time later agrees, or at once when a hint had asked. A scope that has vanished, or a large one that came back much smaller,
 * takes nothing from anybody.
 *
 * @param confirmAfter time between the two reads that show an absence
 */
public record Sealing(Duration confirmAfter, ShrinkGuard guard) {

    public Sealing {
        requireNonNull(confirmAfter, "confirmAfter is null");
        requireNonNull(guard, "guard is null");
    }

    /** Before a source is read in pieces. */
    void beforePull(Handle handle, String source, long now) {
        guard.judgeSource(handle, source, now);
    }

    void seal(Handle handle, Snapshot snapshot, long now) {
        Coverage coverage = snapshot.coverage();
        members(handle, snapshot);
        scopes(handle, snapshot);
        if (coverage.kind() != Coverage.Kind.PEOPLE && coverage.kind() != Coverage.Kind.SCOPES) {
            guard.judge(handle, snapshot, now);
            present(handle, snapshot);
            absent(handle, snapshot);
        }
        handle.createUpdate("""
                insert into coverage (source, kind, coverage_id, complete_at, snapshot) values (:source, :kind, :coverage, :at, :snapshot)
                on conflict (source, kind, coverage_id) do update set complete_at = max(coalesce(coverage.complete_at, 0), excluded.complete_at),
                    snapshot = excluded.snapshot, failed_at = null, failure = null""").bindMap(names(snapshot)).execute();
    }

    private static void members(Handle handle, Snapshot snapshot) {
        handle.createUpdate("""
                insert into member (source, id, username, email, name, status, first_seen)
                select :source, id, username, email, name, status, :at from staged_member where snapshot = :snapshot
                on conflict (source, id) do update set username = excluded.username, email = excluded.email, name = excluded.name, status = excluded.status,
                    absent_since = null
                where member.username <> excluded.username or member.email is not excluded.email or member.name is not excluded.name
                    or member.status <> excluded.status or member.absent_since is not null""").bindMap(names(snapshot)).execute();
        if (snapshot.coverage().kind() == Coverage.Kind.PEOPLE) {
            handle.createUpdate("""
                    update member set absent_since = :at where source = :source and absent_since is null and first_seen < :at
                        and not exists (select 1 from staged_member s where s.snapshot = :snapshot and s.id = member.id)""").bindMap(names(snapshot)).execute();
        }
    }

    private static void scopes(Handle handle, Snapshot snapshot) {
        handle.createUpdate("""
                insert into scope (source, id, name, first_seen) select :source, id, name, :at from staged_scope where snapshot = :snapshot
                on conflict (source, id) do update set name = excluded.name, absent_since = null
                where scope.name <> excluded.name or scope.absent_since is not null""").bindMap(names(snapshot)).execute();
        Coverage.Kind kind = snapshot.coverage().kind();
        if (kind == Coverage.Kind.SCOPES || kind == Coverage.Kind.EVERYTHING) {
            handle.createUpdate("""
                    update scope set absent_since = :at where source = :source and absent_since is null and first_seen < :at
                        and not exists (select 1 from staged_scope s where s.snapshot = :snapshot and s.id = scope.id)""").bindMap(names(snapshot)).execute();
        }
    }

    /** A read that began before an absence was seen says nothing against that absence. */
    private static void present(Handle handle, Snapshot snapshot) {
        handle.createUpdate("""
                insert into entitlement (source, scope_id, member_id, holds, first_seen)
                select :source, scope_id, member_id, holds, :at from staged_entitlement where snapshot = :snapshot order by scope_id, member_id, holds
                on conflict (source, scope_id, member_id, holds) do update set
                    first_seen = case when entitlement.gone_at is null then entitlement.first_seen else excluded.first_seen end,
                    absent_since = null, gone_at = null
                where entitlement.absent_since < :at""").bindMap(names(snapshot)).execute();
    }

    /** A read that began before another that covers the same says nothing about what that one showed. */
    private void absent(Handle handle, Snapshot snapshot) {
        Coverage coverage = snapshot.coverage();
        String within = switch (coverage.kind()) {
            case SCOPE -> " and scope_id = :coverage";
            case MEMBER -> " and member_id = :coverage";
            default -> "";
        };
        Update update = handle.createUpdate("""
                update entitlement set absent_since = coalesce(absent_since, :at),
                    gone_at = case when :certain or absent_since <= :confirmable then :at end
                where source = :source and gone_at is null and first_seen < :at""" + within + """

                    and not exists (select 1 from staged_entitlement s where s.snapshot = :snapshot
                        and s.scope_id = entitlement.scope_id and s.member_id = entitlement.member_id and s.holds = entitlement.holds)
                    and exists (select 1 from scope where scope.source = :source and scope.id = entitlement.scope_id and scope.absent_since is null)
                    and not exists (select 1 from shrinkage h where h.source = :source and h.scope_id in ('', entitlement.scope_id)
                        and (:kind <> 'MEMBER' or h.scope_id = '' and not :certain) and (h.approved_until is null or h.approved_until < :at))
                    and not exists (select 1 from coverage c where c.source = :source and c.complete_at > :at and c.kind = 'EVERYTHING' and c.coverage_id = '')
                    and not exists (select 1 from coverage c where c.source = :source and c.complete_at > :at and c.kind = 'SCOPE' and c.coverage_id = entitlement.scope_id)
                    and not exists (select 1 from coverage c where c.source = :source and c.complete_at > :at and c.kind = 'MEMBER' and c.coverage_id = entitlement.member_id)""");
        update.bindMap(names(snapshot)).bind("certain", snapshot.cause() == Cause.HINT)
                .bind("confirmable", snapshot.startedAt().minus(confirmAfter).toEpochMilli()).execute();
    }

    private static java.util.Map<String, Object> names(Snapshot snapshot) {
        Coverage coverage = snapshot.coverage();
        return java.util.Map.of("source", coverage.source(), "kind", coverage.kind().name(), "coverage", coverage.id(), "snapshot", snapshot.id(),
                "at", snapshot.startedAt().toEpochMilli());
    }
}
