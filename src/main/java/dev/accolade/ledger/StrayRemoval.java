package dev.accolade.ledger;

import dev.accolade.ledger.Unaccounted.Removable;
import dev.accolade.model.DriftKind;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Plans to take one stray away: a grant of nobody's, and its removal, under the negative number of what was found. */
record StrayRemoval(Handle handle, long now, long plan, String nobody) {

    void of(Removable stray, String[] rule) {
        if (stray.kind() == DriftKind.DUPLICATE && !besideAnother(stray)) {
            return;
        }
        String goes = stray.kind() == DriftKind.DUPLICATE ? younger(stray) : stray.remoteId();
        long person = -stray.drift();
        if (handle.execute("""
                insert into grants (target, object_id, person, generation, state, remote_id, ours, shown_json, earned_by_json, since) values (?, ?, ?, 1, 'LIVE', ?, 1, ?, '{}', ?)
                on conflict do nothing""", stray.thing().target(), stray.thing().objectId(), person, goes, nobody, now) == 0) {
            return;
        }
        long change = handle.createUpdate("""
                insert into change (plan, target, object_id, object_name, person, generation, kind, state, rule, rule_line, reason, evidence_json, desired_json, earned_by_json,
                    remote_id, ours) values (:plan, :target, :object, :name, :person, 1, 'REVOKE', 'PLANNED', :rule, :line, 'DRIFTED', :evidence, :nobody, '{}', :remote, 1)""")
                .bind("plan", plan).bind("target", stray.thing().target()).bind("object", stray.thing().objectId()).bind("name", stray.thing().name()).bind("person", person)
                .bind("rule", rule[0]).bind("line", Integer.parseInt(rule[1])).bind("evidence", Json.write(evidence(stray, goes))).bind("nobody", nobody).bind("remote", goes)
                .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
        handle.execute("update drift set change_id = ? where id = ?", change, stray.drift());
    }

    private Map<String, String> evidence(Removable stray, String goes) {
        Map<String, String> evidence = new TreeMap<>(handle.createQuery("select facts_json, person, heal_by from drift where id = ?").bind(0, stray.drift()).map((row, context) -> {
            Map<String, String> facts = new TreeMap<>();
            Json.texts(row.getString(1)).forEach((name, text) -> facts.put("drift." + name, text));
            long person = row.getLong(2);
            facts.put("username", row.wasNull() ? "nobody" : dev.accolade.model.Person.label(person));
            facts.put("drift.healBy", Optional.ofNullable(row.getString(3)).orElse("on-drift"));
            return facts;
        }).one());
        evidence.put("drift", stray.kind().sentence());
        evidence.put("assertion", goes);
        evidence.put("reason", stray.kind() == DriftKind.DUPLICATE ? "Was there twice" : "Not earned");
        return evidence;
    }

    /** Nobody is left without: the other one stands for a live grant of ours, and nobody is about to take that away. */
    private boolean besideAnother(Removable stray) {
        return handle.createQuery("""
                select 1 from drift d join grants g on g.target = d.target and g.remote_id = json_extract(d.facts_json, '$.beside') and g.state = 'LIVE' and g.ours = 1
                where d.id = ? and not exists (select 1 from change c where c.person = g.person and c.target = g.target and c.object_id = g.object_id
                    and c.state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED'))""").bind(0, stray.drift()).mapTo(Integer.class).findFirst().isPresent();
    }

    /** Where the other one, which stands for the grant, is the younger, this one takes its place. */
    private String younger(Removable stray) {
        Optional<String> held = handle.createQuery("""
                select g.remote_id from drift d join grants g on g.target = d.target and g.remote_id = json_extract(d.facts_json, '$.beside') and g.state = 'LIVE' and g.ours = 1
                join holding mine on mine.target = d.target and mine.remote_id = d.remote_id and mine.made_at > 0
                join holding other on other.target = d.target and other.remote_id = g.remote_id and other.made_at > mine.made_at
                where d.id = ? limit 1""").bind(0, stray.drift()).mapTo(String.class).findOne();
        held.ifPresent(other -> {
            handle.execute("update grants set remote_id = ?, baseline_json = null where target = ? and remote_id = ? and state = 'LIVE'", stray.remoteId(), stray.thing().target(), other);
            handle.execute("update drift set remote_id = ? where id = ?", other, stray.drift());
        });
        return held.orElse(stray.remoteId());
    }
}
