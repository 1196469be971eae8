package dev.accolade.ledger;

import dev.accolade.ledger.Inspections.Thing;
import dev.accolade.model.ChangeKind;
import dev.accolade.model.DriftKind;
import dev.accolade.model.GrantKey;
import dev.accolade.model.Reason;
import dev.accolade.model.StepKind;
import dev.accolade.plan.Drifted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What somebody else changed on the targets, kept until it is settled. */
public final class Drifts {

    /**
     * Something that differs.
     *
     * @param person     empty where nobody is known to be meant
     * @param generation 0 where no grant is meant
     * @param curable    whether Accolade can do something about it
     * @param facts      names to words, never an address
     */
    record Found(String remoteId, DriftKind kind, Optional<Long> person, int generation, boolean ours, boolean curable, Map<String, String> facts) {}

    private static final String ROW = "id, target, object_id, object_name, remote_id, kind, person, generation, facts_json";

    private final Database database;
    private final Clock clock;

    public Drifts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps what is new; what is known already is brought up to date without another word. */
    static void add(Handle handle, long now, Thing thing, String actor, List<Found> found) {
        List<Step> steps = new ArrayList<>();
        for (Found one : found) {
            boolean known = handle.createUpdate("update drift set facts_json = :facts, curable = :curable, seen_at = :now where target = :target and remote_id = :remote and kind = :kind and state <> 'SETTLED'")
                    .bind("now", now).bind("facts", Json.write(one.facts())).bind("curable", one.curable() ? 1 : 0).bind("target", thing.target()).bind("remote", one.remoteId())
                    .bind("kind", one.kind().name()).execute() > 0;
            if (!known) {
                insert(handle, now, thing, one);
                steps.add(new Step(StepKind.DRIFTED, actor, new Step.Subject(thing.target(), thing.objectId(), thing.name(), one.person().orElse(null),
                        one.generation() == 0 ? null : one.generation(), null, null), payload(one.kind().name(), one.remoteId(), one.facts())));
            }
        }
        Chronicle.add(handle, now, steps);
    }

    private static void insert(Handle handle, long now, Thing thing, Found one) {
        handle.createUpdate("""
                insert into drift (target, object_id, object_name, remote_id, kind, person, generation, ours, curable, facts_json, state, found_at, seen_at)
                values (:target, :object, :name, :remote, :kind, :person, :generation, :ours, :curable, :facts, 'OPEN', :now, :now)""")
                .bind("target", thing.target()).bind("object", thing.objectId()).bind("name", thing.name()).bind("remote", one.remoteId()).bind("kind", one.kind().name())
                .bind("person", one.person().orElse(null)).bind("generation", one.generation() == 0 ? null : one.generation()).bind("ours", one.ours() ? 1 : 0)
                .bind("curable", one.curable() ? 1 : 0).bind("facts", Json.write(one.facts())).bind("now", now).execute();
    }

    /**
     * Says that something is no longer so.
     *
     * @param how   HEALED or GONE
     * @param which a condition on drift, with its values
     */
    static void settle(Handle handle, long now, String actor, String how, String which, Map<String, ?> values) {
        steps(handle, now, StepKind.HEALED, actor, which + " and state <> 'SETTLED'", values, Map.of("how", how.equals("HEALED") ? "done" : "it is so no longer"));
        handle.createUpdate("update drift set state = 'SETTLED', settled_at = :now, settled_how = :how where " + which + " and state <> 'SETTLED'").bind("now", now).bind("how", how)
                .bindMap(values).execute();
    }

    /** A look for the end of a badge found that somebody else had revoked it: that is not made again unasked either. */
    static void over(Handle handle, long now, Settlement settlement) {
        Claim claim = settlement.claim();
        if (settlement.over().filter(Reason.REVOKED_ELSEWHERE::equals).isPresent() && claim.remoteId().isPresent()) {
            long person = handle.createQuery("select person from change where id = ?").bind(0, claim.id()).mapTo(Long.class).one();
            add(handle, now, new Thing(claim.key().target(), claim.key().objectId(), claim.objectName()), "change " + claim.id(),
                    List.of(new Found(claim.remoteId().get(), DriftKind.REVOKED, Optional.of(person), claim.generation(), claim.ours(), true, Map.of())));
        }
    }

    /** What a finished change settles. */
    static void settled(Handle handle, long now, Claim claim) {
        if (claim.kind() == ChangeKind.RENEW || claim.kind() == ChangeKind.EXPIRE) {
            return;
        }
        settle(handle, now, "change " + claim.id(), "HEALED", claim.kind() == ChangeKind.REVOKE
                ? "(change_id = :change or person = (select person from change where id = :change) and target = :target and object_id = :object and kind = 'ALTERED')"
                : "person = (select person from change where id = :change) and target = :target and object_id = :object and kind not in ('DUPLICATE', 'ORPHAN')",
                Map.of("change", claim.id(), "target", claim.key().target(), "object", claim.key().objectId()));
    }

    /** Persons of whom a plan must ask {@link #of}. */
    public Set<Long> persons() {
        return new HashSet<>(database.read(handle -> handle.createQuery("select distinct person from drift where state <> 'SETTLED' and person is not null").mapTo(Long.class).list()));
    }

    /** What a plan has to know of this grant; what nobody can do anything about, or is to stay so, is none of its business. */
    public Optional<Drifted> of(GrantKey key) {
        return database.read(handle -> handle.createQuery("""
                select kind, heal_by, state, facts_json from drift where person = ? and target = ? and object_id = ? and curable = 1
                    and (state = 'OPEN' and kind in ('DELETED', 'REVOKED', 'EXPIRED', 'ALTERED') or state = 'ACCEPTED' and kind in ('DELETED', 'REVOKED', 'EXPIRED'))
                order by id desc limit 1""").bind(0, key.person()).bind(1, key.target()).bind(2, key.objectId())
                .map((row, context) -> new Drifted(DriftKind.valueOf(row.getString(1)), Optional.ofNullable(row.getString(2)), row.getString(3).equals("ACCEPTED"),
                        Json.texts(row.getString(4)))).findOne());
    }

    /** An operator wants healed whatever is open on these targets; duplicates and orphans are judged again before. @return how many things that concerns */
    public int heal(Collection<String> targets, String by) {
        if (targets.isEmpty()) {
            return 0;
        }
        database.change(handle -> handle.createUpdate("update target_object set strays_at = null where target in (<targets>)").bindList("targets", List.copyOf(targets)).execute());
        return decide("target in (<targets>) and state = 'OPEN' and curable = 1 and heal_by is null", "heal_by = :by", StepKind.HEAL_ASKED, by + " by verify --heal",
                Map.of("targets", List.copyOf(targets)), by).size();
    }

    /** An operator wants these to stay as somebody else left them. @return those of them that were open */
    public List<Long> accept(List<Long> ids, String by) {
        return ids.isEmpty() ? List.of() : decide("id in (<ids>) and state = 'OPEN' and change_id is null", "state = 'ACCEPTED', heal_by = null", StepKind.ACCEPTED, by + " by verify --accept",
                Map.of("ids", ids), by);
    }

    private List<Long> decide(String which, String what, StepKind step, String actor, Map<String, List<?>> lists, String by) {
        return database.write(handle -> {
            var query = handle.createQuery("select id from drift where " + which + " order by id");
            lists.forEach((name, values) -> query.bindList(name, values));
            List<Long> ids = query.mapTo(Long.class).list();
            for (Long id : ids) {
                steps(handle, clock.millis(), step, actor, "id = :id", Map.of("id", id), Map.of());
                handle.createUpdate("update drift set " + what + " where id = :id").bind("by", by).bind("id", id).execute();
            }
            return ids;
        });
    }

    private static void steps(Handle handle, long now, StepKind kind, String actor, String which, Map<String, ?> values, Map<String, String> more) {
        Chronicle.add(handle, now, handle.createQuery("select " + ROW + " from drift where " + which + " order by id").bindMap(values)
                .map((row, context) -> step(row, kind, actor, more)).list());
    }

    private static Step step(ResultSet row, StepKind kind, String actor, Map<String, String> more) throws SQLException {
        long person = row.getLong("person");
        Long who = row.wasNull() ? null : Long.valueOf(person);
        int generation = row.getInt("generation");
        Integer which = row.wasNull() ? null : Integer.valueOf(generation);
        Map<String, String> payload = payload(row.getString("kind"), row.getString("remote_id"), Json.texts(row.getString("facts_json")));
        payload.putAll(more);
        return new Step(kind, actor, new Step.Subject(row.getString("target"), row.getString("object_id"), row.getString("object_name"), who, which, null, null), payload);
    }

    private static Map<String, String> payload(String kind, String remoteId, Map<String, String> facts) {
        Map<String, String> payload = new TreeMap<>();
        facts.forEach((name, text) -> payload.put("drift." + name, text));
        payload.put("drift", kind);
        payload.put("remoteId", remoteId);
        return payload;
    }
}
