package dev.accolade.ledger;

import dev.accolade.model.Coverage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** "Look again at this": one row per coverage, however often it is said, until a read that began afterwards is complete. */
public final class Hints {

    /** @param generation grows each time the same is said again, also after it was cleared in between: it begins with the time */
    public record Hint(Coverage coverage, long generation, Instant raisedAt, int attempts) {}

    private final Database database;
    private final Clock clock;
    private final Erased erased;

    public Hints(Database database, Clock clock, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.erased = erased;
    }

    /** Nobody looks again at somebody who was erased. */
    public void raise(Coverage coverage) {
        database.write(handle -> erased.hides(handle, coverage) ? 0 : handle.createUpdate("""
                insert into hint (source, kind, coverage_id, generation, raised_at) values (:source, :kind, :id, :now, :now)
                on conflict (source, kind, coverage_id) do update set generation = max(hint.generation + 1, excluded.generation), not_before = 0, attempts = 0""")
                .bind("source", coverage.source()).bind("kind", coverage.kind().name()).bind("id", coverage.id()).bind("now", clock.millis()).execute());
    }

    /** What waits for a source now, oldest first. */
    public List<Hint> waiting(String source, int max) {
        return database.read(handle -> handle.createQuery(
                "select kind, coverage_id, generation, raised_at, attempts from hint where source = ? and not_before <= ? order by raised_at limit ?")
                .bind(0, source).bind(1, clock.millis()).bind(2, max)
                .map((row, context) -> new Hint(new Coverage(source, Coverage.Kind.valueOf(row.getString(1)), row.getString(2)), row.getLong(3),
                        Instant.ofEpochMilli(row.getLong(4)), row.getInt(5))).list());
    }

    /** Done with it, unless it was said again since. */
    public void clear(Hint hint) {
        database.change(handle -> handle.execute("delete from hint where source = ? and kind = ? and coverage_id = ? and generation = ?",
                hint.coverage().source(), hint.coverage().kind().name(), hint.coverage().id(), hint.generation()));
    }

    /** The read failed: it stays, and its turn comes again at the given time. */
    public void postpone(Hint hint, Instant until, String failure) {
        database.change(handle -> handle.execute(
                "update hint set attempts = attempts + 1, not_before = ?, failure = ? where source = ? and kind = ? and coverage_id = ? and generation = ?",
                until.toEpochMilli(), failure, hint.coverage().source(), hint.coverage().kind().name(), hint.coverage().id(), hint.generation()));
    }
}
