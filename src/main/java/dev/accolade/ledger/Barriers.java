package dev.accolade.ledger;

import dev.accolade.model.ChangeKind;
import dev.accolade.model.StepKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What targets would refuse, and the changes that are held back by it. Nothing here is for ever: each asking replaces what the last one found. */
public final class Barriers {

    /** Open changes of one kind about one badge class or store. */
    public record Concern(String target, String objectId, String objectName, ChangeKind kind) {}

    /** On a change {@code c} and a barrier {@code b}. */
    private static final String MEANS = "b.target = c.target and b.object_id in ('', c.object_id) and b.kind in ('', c.kind)";

    /** On a change {@code c}: a barrier stands before it. */
    static final String BARRED = "exists (select 1 from barrier b where " + MEANS + ")";

    private final Database database;
    private final Clock clock;

    public Barriers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is still to be done on any target, by target; empty when nothing is open. */
    public Map<String, List<Concern>> concerns() {
        return database.read(handle -> handle.createQuery("""
                select target, object_id, min(object_name) as name, kind from change where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED')
                group by target, object_id, kind order by target, object_id, kind""")
                .map((row, context) -> new Concern(row.getString(1), row.getString(2), row.getString(3), ChangeKind.valueOf(row.getString(4)))).list())
                .stream().collect(Collectors.groupingBy(Concern::target, TreeMap::new, Collectors.toList()));
    }

    /** The target answered: these stand before changes from now on, and no others; what they hold back waits, what nothing holds back any more goes on. */
    public void answered(String target, Collection<Barrier> found) {
        long now = clock.millis();
        database.change(handle -> {
            asked(handle, target, now, null);
            replace(handle, target, found, now);
        });
    }

    /** The target could not be asked: what it was last known to refuse still counts, and nothing else is held back. */
    public void unanswered(String target, String failure) {
        database.change(handle -> asked(handle, target, clock.millis(), failure));
    }

    /** Nothing is to be done on other targets than these: what was found about those counts no more. */
    public void only(Collection<String> targets) {
        database.change(handle -> {
            Set<String> others = new TreeSet<>(handle.createQuery("select target from barrier union select target from preflight").mapTo(String.class).list());
            others.removeAll(targets);
            others.forEach(target -> {
                replace(handle, target, List.of(), clock.millis());
                handle.execute("delete from preflight where target = ?", target);
            });
        });
    }

    public List<Barrier> all() {
        return database.read(handle -> handle.createQuery("select target, object_id, kind, problem from barrier order by target, object_id, kind")
                .map((row, context) -> barrier(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list());
    }

    private static void asked(Handle handle, String target, long now, String failure) {
        handle.execute("insert into preflight (target, asked_at, failure) values (?, ?, ?) on conflict (target) do update set asked_at = excluded.asked_at, failure = excluded.failure",
                target, now, failure);
    }

    private static void replace(Handle handle, String target, Collection<Barrier> found, long now) {
        Map<List<String>, Barrier> wanted = found.stream().collect(Collectors.toMap(Barriers::key, Function.identity(), (first, second) -> first));
        Map<List<String>, Barrier> present = handle.createQuery("select target, object_id, kind, problem from barrier where target = ?").bind(0, target)
                .map((row, context) -> barrier(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list()
                .stream().collect(Collectors.toMap(Barriers::key, Function.identity()));
        List<Step> steps = new ArrayList<>();
        present.forEach((key, barrier) -> {
            if (!wanted.containsKey(key)) {
                handle.execute("delete from barrier where target = ? and object_id = ? and kind = ?", target, key.get(0), key.get(1));
                steps.add(step(StepKind.UNBARRED, barrier, Map.of()));
            }
        });
        wanted.forEach((key, barrier) -> {
            handle.execute("insert into barrier (target, object_id, kind, problem, since) values (?, ?, ?, ?, ?) on conflict do update set problem = excluded.problem",
                    target, key.get(0), key.get(1), barrier.problem(), now);
            if (!present.containsKey(key)) {
                steps.add(step(StepKind.BARRED, barrier, Map.of("why", barrier.problem())));
            }
        });
        Chronicle.add(handle, now, steps);
        if (!present.isEmpty() || !wanted.isEmpty()) {
            release(handle, target);
            hold(handle);
        }
    }

    /** What waited for a barrier that is there no more. */
    private static void release(Handle handle, String target) {
        handle.execute("update change as c set state = 'PLANNED', waiting_for = null where c.target = ? and c.state = 'WAITING' and c.waiting_for = 'TARGET' and not " + BARRED, target);
    }

    /** What is claimable now and would be refused waits, too. */
    public void hold() {
        database.change(Barriers::hold);
    }

    /** New changes wait like those that were there; an approval they have stays with them. Barriers come first in it, because mostly there are none. */
    static void hold(Handle handle) {
        for (String state : List.of("c.state = 'PLANNED'", "c.state = 'WAITING' and c.waiting_for = 'LIMIT'")) {
            handle.execute("update change set state = 'WAITING', waiting_for = 'TARGET', held_by = null where id in (select c.id from barrier b cross join change c on " + MEANS + " where " + state + ")");
        }
    }

    private static Step step(StepKind kind, Barrier barrier, Map<String, String> payload) {
        return new Step(kind, "preflight", new Step.Subject(barrier.target(), barrier.objectId().orElse(null), null, null, null, null, barrier.kind().map(ChangeKind::name).orElse(null)), payload);
    }

    private static List<String> key(Barrier barrier) {
        return List.of(barrier.objectId().orElse(""), barrier.kind().map(ChangeKind::name).orElse(""));
    }

    private static Barrier barrier(String target, String objectId, String kind, String problem) {
        return new Barrier(target, Optional.of(objectId).filter(id -> !id.isEmpty()), Optional.of(kind).filter(name -> !name.isEmpty()).map(ChangeKind::valueOf), problem);
    }
}
