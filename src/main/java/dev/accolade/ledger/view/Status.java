package dev.accolade.ledger.view;

import dev.accolade.ledger.Breaker;
import dev.accolade.ledger.Database;
import dev.accolade.ledger.FirstAwards;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where everything stands, read from the ledger alone. Every list is bounded; absent is an empty list. Safe for several threads. */
public final class Status {

    private final Database database;

    public Status(Database database) {
        this.database = database;
    }

    /**
     * By name.
     *
     * @param configured names of sources; one that was never read is among the result, and so is one that was read and is configured no more
     */
    public List<SourceStatus> sources(Collection<String> configured) {
        return database.read(handle -> new SourceRows(handle).sources(configured));
    }

    /** How many persons were erased, or are to be once their changes are settled. */
    public long erased() {
        return database.read(handle -> handle.createQuery("select count(*) from erasure").mapTo(Long.class).one());
    }

    /** How the targets differ from the ledger. */
    public DriftRows drift() {
        return new DriftRows(database);
    }

    /** Targets that are left alone for now, by name. */
    public List<Paused> paused() {
        return database.read(handle -> handle.createQuery("select target, since, by_whom, why from pause order by target")
                .map((row, context) -> new Paused(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), Masked.text(row.getString(3)), Masked.text(row.getString(4)))).list());
    }

    /** What is not sent, because targets would refuse it. */
    public List<Barred> barred() {
        return database.read(handle -> new BarrierRows(handle).all(Integer.MAX_VALUE));
    }

    /** Why targets could not be asked whether they would take what is planned, by target; empty when all answered. */
    public Map<String, String> unanswered() {
        return database.read(handle -> new BarrierRows(handle).unanswered());
    }

    /** What joins, splits and changed addresses have left. @param limit of each list */
    public Identity identity(int limit) {
        return database.read(handle -> new IdentityRows(handle).read(limit));
    }

    /** Targets that fail and are therefore left alone for a while, by name. */
    public List<LeftAlone> leftAlone() {
        return database.read(handle -> handle.createQuery("select target, failures, since, open_until, message from breaker where failures >= ? order by target")
                .bind(0, Breaker.PATIENCE).map((row, context) -> new LeftAlone(row.getString(1), row.getInt(2), Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4)), Masked.text(row.getString(5)))).list());
    }

    /** How many addresses the awards that are planned reach for the first time, by target: Badgr may mail their owners. */
    public Map<String, Long> firstAwards() {
        return database.read(FirstAwards::planned);
    }

    /** Services whose clocks are further away than this, by name. */
    public List<Skewed> skewed(Duration limit) {
        return database.read(handle -> handle.createQuery("select service, seconds, seen_at from skew where abs(seconds) > ? order by service").bind(0, limit.toSeconds())
                .map((row, context) -> new Skewed(row.getString(1), Duration.ofSeconds(row.getLong(2)), Instant.ofEpochMilli(row.getLong(3)))).list());
    }

    /** Enrolled accounts by source and user name, without their tokens. */
    public List<EnrolledAccount> enrolled() {
        return database.read(handle -> new SourceRows(handle).enrolled());
    }

    /** The latest plan, whatever caused it; empty when there never was one. */
    public Optional<LastPlan> lastPlan() {
        return database.read(handle -> new ChangeRows(handle).lastPlan());
    }

    /** Unfinished changes in the order they were planned. */
    public List<ShownChange> openChanges(int limit, int offset) {
        return database.read(handle -> new ChangeRows(handle).open(limit, offset));
    }

    /** Unfinished changes of some persons, and those an operator dropped, in the order they were planned. */
    public List<ShownChange> openChangesOf(Collection<Long> persons) {
        return database.read(handle -> new ChangeRows(handle).of(persons));
    }

    /** Unfinished changes, counted by target, object, kind, state and what they wait for. */
    public List<ChangeCount> openCounts() {
        return database.read(handle -> new ChangeRows(handle).counts());
    }

    /** By target and object; objects that rules name and nobody has are among them. */
    public List<GrantCount> grants() {
        return database.read(handle -> new GrantRows(handle).counts());
    }

    /** @param limit of each list */
    public Failures failures(int limit) {
        return database.read(handle -> {
            ChangeRows changes = new ChangeRows(handle);
            SourceRows sources = new SourceRows(handle);
            return new Failures(changes.refused(), changes.troubled(), changes.troubled(limit), changes.dropped(limit), sources.failed("", limit), sources.failedHints(limit),
                    new GrantRows(handle).stopped(limit), new BarrierRows(handle).all(limit), new BarrierRows(handle).unanswered());
        });
    }

    /** What this plan has awarded or adopted so far and is still live, by target, object and person. */
    public List<Awarded> awardsOfPlan(long plan, int limit) {
        return database.read(handle -> new GrantRows(handle).awardsOfPlan(plan, limit));
    }

    /** What was awarded or adopted at or after a time and is still live, by target, object and person. */
    public List<Awarded> awardsSince(Instant from, int limit) {
        return database.read(handle -> new GrantRows(handle).awardsSince(from, limit));
    }
}
