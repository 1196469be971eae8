package dev.accolade.ledger;

import dev.accolade.model.Coverage;
import dev.accolade.model.Member;
import dev.accolade.model.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Reads of coverages: begun, filled in bounded chunks, then sealed or thrown away. Until it is sealed, a read changes nothing. */
public final class Snapshots {

    /** Why a read is made; an absence that a hint asked about and a read confirms is certain at once. */
    public enum Cause {
        SCHEDULE,
        HINT
    }

    /** One right of one member in one scope, by the source's ids. */
    public record Right(String memberId, String scopeId, String right) {}

    /** A read that was begun. */
    public record Snapshot(long id, Coverage coverage, Cause cause, Instant startedAt) {}

    private final Database database;
    private final Clock clock;
    private final Sealing sealing;
    private final Erased erased;

    public Snapshots(Database database, Clock clock, Sealing sealing, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.sealing = sealing;
        this.erased = erased;
    }

    public Snapshot begin(Coverage coverage, Cause cause) {
        return begin(coverage, cause, clock.instant());
    }

    /** @param startedAt before the first request of the read, where the coverage's id is only known from an answer */
    public Snapshot begin(Coverage coverage, Cause cause, Instant startedAt) {
        long now = startedAt.toEpochMilli();
        long id = database.write(handle -> handle.createUpdate(
                "insert into snapshot (source, kind, coverage_id, cause, state, started_at) values (:source, :kind, :id, :cause, 'READING', :now)")
                .bind("source", coverage.source()).bind("kind", coverage.kind().name()).bind("id", erased.hides(handle, coverage) ? "" : coverage.id()).bind("cause", cause.name()).bind("now", now)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
        return new Snapshot(id, coverage, cause, Instant.ofEpochMilli(now));
    }

    /** To be called before each pull of a source that is read in pieces: too much that is missing at once is held until somebody approves. */
    public void beforePull(String source) {
        database.change(handle -> sealing.beforePull(handle, source, clock.millis()));
    }

    public void stageMembers(Snapshot snapshot, List<Member> members) {
        stage("insert or replace into staged_member (snapshot, id, username, email, name, status) values (?, ?, ?, ?, ?, ?)", (handle, batch) ->
                new Doorkeeper(handle, erased, snapshot).members(members).forEach(member -> batch.add(snapshot.id(), member.key().id(), member.username(), member.email().orElse(null), member.name().orElse(null), member.status())));
    }

    public void stageScopes(Snapshot snapshot, List<Scope> scopes) {
        stage("insert or replace into staged_scope (snapshot, id, name) values (?, ?, ?)", (handle, batch) ->
                scopes.forEach(scope -> batch.add(snapshot.id(), scope.key().id(), scope.name())));
    }

    public void stageRights(Snapshot snapshot, List<Right> rights) {
        stage("insert or ignore into staged_entitlement (snapshot, scope_id, member_id, holds) values (?, ?, ?, ?)", (handle, batch) ->
                new Doorkeeper(handle, erased, snapshot).rights(rights).forEach(right -> batch.add(snapshot.id(), right.scopeId(), right.memberId(), right.right())));
    }

    private void stage(String sql, BiConsumer<Handle, Batch> rows) {
        database.change(handle -> {
            try (Batch batch = new Batch(handle, sql)) {
                rows.accept(handle, batch);
            }
        });
    }

    /**
     * Takes a complete read into the inventory, in one transaction.
     *
     * @throws IllegalStateException when it was sealed or thrown away before: what it staged is gone, and would look like nothing
     */
    public void seal(Snapshot snapshot) {
        long now = clock.millis();
        database.change(handle -> {
            if (handle.createUpdate("update snapshot set state = 'COMPLETE', ended_at = :now where id = :id and state = 'READING'")
                    .bind("now", now).bind("id", snapshot.id()).execute() != 1) {
                throw new IllegalStateException("The read of " + snapshot.coverage() + " (snapshot " + snapshot.id() + ") had ended before. It was not taken in a second time.");
            }
            if (!hidden(handle, snapshot)) {
                sealing.seal(handle, snapshot, now);
            }
            discard(handle, snapshot);
        });
    }

    /** Throws away reads whose process did not come back for a day: nothing of them counts. */
    public void discardAbandoned() {
        long dayAgo = clock.millis() - Duration.ofDays(1).toMillis();
        List<Snapshot> abandoned = database.read(handle -> handle.createQuery(
                "select id, source, kind, coverage_id, cause, started_at from snapshot where state = 'READING' and started_at < ?").bind(0, dayAgo)
                .map((row, context) -> new Snapshot(row.getLong(1), new Coverage(row.getString(2), Coverage.Kind.valueOf(row.getString(3)), row.getString(4)),
                        Cause.valueOf(row.getString(5)), Instant.ofEpochMilli(row.getLong(6)))).list());
        abandoned.forEach(snapshot -> fail(snapshot, "The process that read it did not come back."));
    }

    /** Throws an incomplete read away: nothing of it counts, and nobody is absent because of it. */
    public void fail(Snapshot snapshot, String why) {
        long now = clock.millis();
        Coverage coverage = snapshot.coverage();
        database.change(handle -> {
            handle.createUpdate("update snapshot set state = 'FAILED', ended_at = :now, failure = :why where id = :id")
                    .bind("now", now).bind("why", why).bind("id", snapshot.id()).execute();
            discard(handle, snapshot);
            if (hidden(handle, snapshot)) {
                return;
            }
            handle.createUpdate("""
                    insert into coverage (source, kind, coverage_id, failed_at, failure) values (:source, :kind, :coverage, :now, :why)
                    on conflict (source, kind, coverage_id) do update set failed_at = excluded.failed_at, failure = excluded.failure""")
                    .bind("source", coverage.source()).bind("kind", coverage.kind().name()).bind("coverage", coverage.id()).bind("now", now).bind("why", why).execute();
        });
    }

    /** Of a read of somebody who was erased, perhaps while it ran, not even the name is kept. */
    private boolean hidden(Handle handle, Snapshot snapshot) {
        boolean hidden = erased.hides(handle, snapshot.coverage());
        if (hidden) {
            handle.createUpdate("update snapshot set coverage_id = '', failure = null where id = :id").bind("id", snapshot.id()).execute();
        }
        return hidden;
    }

    private static void discard(Handle handle, Snapshot snapshot) {
        for (String table : List.of("staged_member", "staged_scope", "staged_entitlement")) {
            handle.createUpdate("delete from " + table + " where snapshot = :id").bind("id", snapshot.id()).execute();
        }
    }

    /** When the last complete read of a coverage began; empty when there never was one. */
    public Optional<Instant> completeAt(Coverage coverage) {
        return database.read(handle -> handle.createQuery(
                "select complete_at from coverage where source = :source and kind = :kind and coverage_id = :id and complete_at is not null")
                .bind("source", coverage.source()).bind("kind", coverage.kind().name()).bind("id", coverage.id()).mapTo(Long.class).findOne()).map(Instant::ofEpochMilli);
    }
}
