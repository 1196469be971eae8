package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import dev.accolade.plan.Drifted;
import dev.accolade.plan.Holding;
import dev.accolade.plan.Planner;
import dev.accolade.rules.RuleBook;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The badge classes and stores that rules name: the ids they are pinned to, and what was found on them. */
public final class Objects {

    /** One badge class or store of a target, by the name rules use. */
    public record Name(String target, String name) {}

    private final Database database;
    private final Clock clock;
    private final Erased erased;

    public Objects(Database database, Clock clock, Erased erased) {
        this.database = database;
        this.clock = clock;
        this.erased = erased;
    }

    /** Ids by name; a name without one was not found, its target could not be asked, or what is on it was not listed yet. */
    public Map<Name, String> pins() {
        return database.read(handle -> {
            Map<Name, String> pins = new HashMap<>();
            handle.createQuery("select target, name, object_id from target_object where object_id is not null and problem is null and surveyed_at is not null")
                    .map((row, context) -> pins.put(new Name(row.getString(1), row.getString(2)), row.getString(3))).list();
            return pins;
        });
    }

    /** Pinned once and for all: a class recreated under the same name is another class. */
    public void pin(Name name, String objectId) {
        database.change(handle -> handle.execute("""
                insert into target_object (target, name, object_id, pinned_at) values (?, ?, ?, ?)
                on conflict (target, name) do update set object_id = coalesce(target_object.object_id, excluded.object_id),
                    pinned_at = coalesce(target_object.pinned_at, excluded.pinned_at), problem = null""", name.target(), name.name(), objectId, clock.millis()));
    }

    /** Stops the rules that name it, and says why. */
    public void stop(Name name, String problem) {
        stop(name, problem, false);
    }

    /** @param passing whether nobody could be asked, so that the problem may pass by itself */
    public void stop(Name name, String problem, boolean passing) {
        database.change(handle -> handle.execute("""
                insert into target_object (target, name, problem, passing) values (?, ?, ?, ?)
                on conflict (target, name) do update set problem = excluded.problem, passing = excluded.passing""", name.target(), name.name(), problem, passing ? 1 : 0));
    }

    /** Why rules stand still, by object; empty when none does. */
    public Map<Name, String> problems() {
        return database.read(handle -> {
            Map<Name, String> problems = new HashMap<>();
            handle.createQuery("select target, name, problem from target_object where problem is not null")
                    .map((row, context) -> problems.put(new Name(row.getString(1), row.getString(2)), row.getString(3))).list();
            return problems;
        });
    }

    /** Lets go of the problems of what no rule names any more; what was never found is forgotten. */
    public void keepProblemsOf(Set<Name> named) {
        List<Name> others = problems().keySet().stream().filter(name -> !named.contains(name)).toList();
        others.forEach(name -> database.change(handle -> {
            handle.execute("delete from target_object where target = ? and name = ? and object_id is null", name.target(), name.name());
            handle.execute("update target_object set problem = null, passing = 0 where target = ? and name = ?", name.target(), name.name());
        }));
    }

    /** How many that rules name have a problem that does not pass by itself: the target was asked, and has no such object for us. */
    public long missing(RuleBook book) {
        Set<Name> refused = database.read(handle -> Set.copyOf(handle.createQuery("select target, name from target_object where problem is not null and passing = 0")
                .map((row, context) -> new Name(row.getString(1), row.getString(2))).list()));
        return book.rules().stream().map(rule -> new Name(rule.award().target(), rule.award().objectName())).filter(refused::contains).distinct().count();
    }

    /** Whether what is on the object was ever listed whole. */
    public boolean surveyed(Name name) {
        return database.read(handle -> handle.createQuery("select 1 from target_object where target = ? and name = ? and surveyed_at is not null")
                .bind(0, name.target()).bind(1, name.name()).mapTo(Integer.class).findOne()).isPresent();
    }

    /** Adds a page of what a survey found, except for people who were erased; nothing counts before {@link #endSurvey}. */
    public void found(List<Holding> page) {
        database.change(handle -> {
            Erased.Hashes hashes = erased.hashes(handle);
            PreparedBatch batch = handle.prepareBatch("insert or replace into holding (target, object_id, recipient, remote_id, ours, seen_at) values (?, ?, ?, ?, ?, ?)");
            page.stream().filter(one -> !hashes.email(Optional.of(one.recipient()))).forEach(one -> batch.bind(0, one.target()).bind(1, one.objectId()).bind(2, one.recipient()).bind(3, one.remoteId()).bind(4, one.ours() ? 1 : 0).bind(5, clock.millis()).add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    public void endSurvey(Name name) {
        database.change(handle -> handle.execute("update target_object set surveyed_at = ?, looked_at = ? where target = ? and name = ?", clock.millis(), clock.millis(), name.target(), name.name()));
    }

    /** What a survey found for a recipient and no live grant accounts for; ours before theirs. A client found by its authority comes with the key it has. */
    public Optional<Holding> holding(String target, String objectId, String recipient) {
        return database.read(handle -> handle.createQuery("""
                select remote_id, ours, coalesce((select min(o.recipient) from holding o where o.target = h.target and o.object_id = h.object_id
                    and o.remote_id = h.remote_id and o.recipient <> h.recipient), h.recipient) from holding h where target = :target and object_id = :object and recipient = :recipient
                    and not exists (select 1 from grants g where g.target = h.target and g.remote_id = h.remote_id and (g.state = 'LIVE' or g.ended_at >= h.seen_at))
                order by ours desc, remote_id limit 1""").bind("target", target).bind("object", objectId).bind("recipient", recipient)
                .map((row, context) -> new Holding(target, objectId, row.getString(1), row.getString(3), row.getInt(2) != 0)).findOne());
    }

    /** Whether what has this id at the target stands, or stood, for a grant of another person, who may still use it. */
    public boolean heldByAnother(GrantKey key, String remoteId) {
        return database.read(handle -> handle.createQuery(
                """
                select 1 from grants g left join person p on p.id = g.person where g.target = ? and g.remote_id = ?
                    and not (coalesce(p.merged_into, g.person) = ? and g.object_id = ?) limit 1""")
                .bind(0, key.target()).bind(1, remoteId).bind(2, key.person()).bind(3, key.objectId()).mapTo(Integer.class).findOne()).isPresent();
    }

    /** What a survey found is there no more. */
    public void forget(String target, String remoteId) {
        database.change(handle -> handle.execute("delete from holding where target = ? and remote_id = ?", target, remoteId));
    }

    private boolean anyHolding() {
        return database.read(handle -> handle.createQuery("select 1 from holding limit 1").mapTo(Integer.class).findOne()).isPresent();
    }

    /** What is known to be on the targets beside the grants, and what somebody else did to these; asked about few of the persons of a plan. */
    public Planner.Holdings holdings() {
        Drifts drifts = new Drifts(database, clock);
        Set<Long> drifted = drifts.persons();
        boolean any = anyHolding();
        return new Planner.Holdings() {
            @Override
            public Optional<Holding> find(String target, String objectId, String recipient) {
                return any ? holding(target, objectId, recipient) : Optional.empty();
            }

            @Override
            public Optional<Drifted> drifted(GrantKey key) {
                return drifted.contains(key.person()) ? drifts.of(key) : Optional.empty();
            }
        };
    }
}
