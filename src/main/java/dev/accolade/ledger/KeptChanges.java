package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.ChangeState;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Outcome;
import dev.accolade.model.Reason;
import dev.accolade.model.WaitingFor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Changes by their numbers, and those that one run has chosen. Every call reads or writes a bounded number of rows. */
public final class KeptChanges {

    /** How many numbers one call takes at most, and how many changes it brings. */
    public static final int PAGE = 500;

    private static final String OPEN = "state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')";
    /** Word for word as the index of one open change for each grant has it, or every open change would be looked at. */
    private static final String IN_THE_WAY = "state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED')";
    private static final String ALL = "select c.*, (select b.problem from barrier b where b.target = c.target and b.object_id in ('', c.object_id)"
            + " and b.kind in ('', c.kind) limit 1) as barrier from change c where ";

    private final Database database;

    public KeptChanges(Database database) {
        this.database = database;
    }

    /** Which ledger this is, for ever. */
    public String ledger() {
        return database.read(handle -> handle.createQuery("select id from ledger_mark").mapTo(String.class).one());
    }

    /** What goes into digests and stands in no file. */
    public byte[] salt() {
        return database.read(handle -> handle.createQuery("select salt from ledger_mark").mapTo(byte[].class).one());
    }

    /** The next open ones by number, a page of them; empty when there are no more. */
    public List<KeptChange> openAfter(long id) {
        return database.read(handle -> handle.createQuery(ALL + "c.id > :id and c." + OPEN + " order by c.id limit :page").bind("id", id).bind("page", PAGE)
                .map((row, context) -> change(row)).list());
    }

    /** Those that are there still, by number. */
    public Map<Long, KeptChange> of(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : database.read(handle -> handle.createQuery(ALL + "c.id in (<ids>)").bindList("ids", List.copyOf(ids))
                .map((row, context) -> change(row)).list()).stream().collect(Collectors.toMap(KeptChange::id, Function.identity()));
    }

    /** Lets a run claim these, if they are still open and for the same person; another run that had chosen them claims them no more. */
    public void choose(String run, Collection<KeptChange> changes) {
        database.change(handle -> {
            try (Batch batch = new Batch(handle, "update change set chosen = ? where id = ? and person = ? and generation = ? and " + OPEN)) {
                changes.forEach(change -> batch.add(run, change.id(), change.key().person(), change.generation()));
            }
        });
    }

    /** Those of the run that were refused, a page of them after the given number. */
    public List<Long> refused(String run, long after) {
        return database.read(handle -> handle.createQuery("select id from change where chosen = :run and state = 'REFUSED' and id > :after order by id limit :page")
                .bind("run", run).bind("after", after).bind("page", PAGE).mapTo(Long.class).list());
    }

    /** How many of the run's changes some worker has now. */
    public long claimed(String run) {
        return database.read(handle -> handle.createQuery("select count(*) from change where chosen = ? and state = 'CLAIMED'").bind(0, run).mapTo(Long.class).one());
    }

    /** How many of the run's changes are finished. */
    public long done(String run) {
        return database.read(handle -> handle.createQuery("select count(*) from change where chosen = ? and state = 'DONE'").bind(0, run).mapTo(Long.class).one());
    }

    /** How many open changes nobody but this run's owner left alone: all that the run has not chosen. */
    public long others(String run) {
        return database.read(handle -> handle.createQuery("select count(*) from change where " + OPEN + " and chosen is not ?").bind(0, run).mapTo(Long.class).one());
    }

    /** The run is over. */
    public void release(String run) {
        database.change(handle -> handle.execute("update change set chosen = null where chosen = ?", run));
    }

    /** The open change about the same grant; empty when there is none. */
    static Optional<KeptChange> open(Handle handle, GrantKey key) {
        return handle.createQuery(ALL + "c.person = :person and c.target = :target and c.object_id = :object and c." + IN_THE_WAY + " and c.state <> 'DROPPED'").bind("person", key.person())
                .bind("target", key.target()).bind("object", key.objectId()).map((row, context) -> change(row)).findOne();
    }

    private static KeptChange change(ResultSet row) throws SQLException {
        return new KeptChange(row.getLong("id"), new GrantKey(row.getString("target"), row.getString("object_id"), row.getLong("person")), row.getString("object_name"),
                row.getInt("generation"), ChangeKind.valueOf(row.getString("kind")), ChangeState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("waiting_for")).map(WaitingFor::valueOf), Rows.time(row, "due_at"), row.getString("rule"), row.getInt("rule_line"),
                Reason.valueOf(row.getString("reason")), Json.texts(row.getString("evidence_json")), row.getString("desired_json"), Json.texts(row.getString("earned_by_json")),
                row.getInt("attempts"), Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf), Optional.ofNullable(row.getString("message")),
                Rows.time(row, "ended_at"), Optional.ofNullable(row.getString("barrier")), Optional.ofNullable(row.getString("chosen")));
    }
}
