package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import dev.accolade.model.MemberKey;
import dev.accolade.model.Person;
import dev.accolade.model.Recast;
import dev.accolade.model.StepKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * One person becomes two, because operators say that some of its members are. Nobody loses anything by it: each grant goes with the member that
 * earned it, and with the older person where nobody knows which did.
 */
final class Splitting {

    private final Handle handle;
    private final long now;
    private final Declarations declared;

    Splitting(Handle handle, long now, Declarations declared) {
        this.handle = handle;
        this.now = now;
        this.declared = declared;
    }

    /** @return how many persons there are more */
    int split() {
        int more = 0;
        for (Declarations.Separation separation : declared.separations()) {
            List<Long> persons = Declarations.persons(handle, Set.of(separation.one(), separation.other()));
            if (persons.size() == 1 && bothKnown(separation)) {
                more += split(persons.get(0), separation.where());
            }
        }
        return more;
    }

    private boolean bothKnown(Declarations.Separation separation) {
        return List.of(separation.one(), separation.other()).stream().allMatch(key -> Declarations.persons(handle, Set.of(key)).size() == 1);
    }

    private int split(long person, String where) {
        if (handle.createQuery("select 1 from erasure where person = ?").bind(0, person).mapTo(Integer.class).findOne().isPresent()) {
            return 0;
        }
        List<Party.Known> members = handle.createQuery("select source, id, email, coalesce(first_person, person) from member where person = ? order by first_seen, source, id").bind(0, person)
                .map((row, context) -> new Party.Known(new MemberKey(row.getString(1), row.getString(2)), Optional.ofNullable(row.getString(3)), row.getLong(4))).list();
        List<Party> parties = Party.of(members, declared);
        Party staying = parties.stream().filter(party -> party.firstPersons().contains(person)).findFirst().orElse(parties.get(0));
        Keys keys = new Keys(handle, now);
        keys.replan(List.of(person), "The person turned out to be two.");
        Map<Party, Long> ids = new HashMap<>(Map.of(staying, person));
        for (Party party : parties) {
            if (party != staying) {
                ids.put(party, leave(person, party, new HashSet<>(ids.values())));
            }
        }
        keys.of(person).forEach(key -> earner(key).flatMap(member -> parties.stream().filter(party -> party.has(member)).findFirst())
                .filter(party -> party != staying).ifPresent(party -> keys.move(key, ids.get(party))));
        keys.recast(Recast.SPLIT, ids.values());
        tell(person, ids, where);
        return parties.size() - 1;
    }

    /** A person that some of them were before they were joined comes back. */
    private long leave(long person, Party party, Set<Long> taken) {
        long id = party.firstPersons().stream().filter(first -> !taken.contains(first) && isMergedInto(first, person)).findFirst().orElseGet(this::create);
        handle.execute("update person set merged_into = null, merged_at = null, split_from = ?, split_at = ? where id = ?", person, now, id);
        party.members().forEach(member -> handle.execute("update member set person = ?, first_person = ? where source = ? and id = ?", id, id, member.key().source(), member.key().id()));
        return id;
    }

    private boolean isMergedInto(long first, long person) {
        return handle.createQuery("select 1 from person where id = ? and merged_into = ?").bind(0, first).bind(1, person).mapTo(Integer.class).findOne().isPresent();
    }

    private long create() {
        long id = handle.createQuery("select coalesce(max(id), 0) + 1 from person").mapTo(Long.class).one();
        handle.execute("insert into person (id, created_at) values (?, ?)", id, now);
        return id;
    }

    /** SOURCE:ID of the member that earned it, or is about to; empty when nobody knows. */
    private Optional<String> earner(GrantKey key) {
        return handle.createQuery("""
                select member from (select member, 0 as open, generation, state = 'LIVE' as live from grants where person = :person and target = :target and object_id = :object
                    union all select json_extract(evidence_json, '$.member'), 1, generation, 0 from change where person = :person and target = :target and object_id = :object
                        and state in ('WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED') and kind = 'AWARD')
                order by live desc, open desc, generation desc limit 1""").bind("person", key.person()).bind("target", key.target()).bind("object", key.objectId())
                .map((row, context) -> Optional.ofNullable(row.getString(1))).findOne().flatMap(member -> member);
    }

    private void tell(long person, Map<Party, Long> ids, String where) {
        List<Step> steps = new ArrayList<>();
        ids.forEach((party, id) -> {
            String members = party.members().stream().map(member -> member.key().toString()).sorted().toList().toString();
            String others = ids.values().stream().filter(other -> !other.equals(id)).sorted().map(Person::label).toList().toString();
            steps.add(new Step(StepKind.SPLIT, "correlation", Step.Subject.person(id),
                    Map.of("because", "an operator's word", "separation", where, "members", members, "others", others, "from", Person.label(person))));
        });
        Chronicle.add(handle, now, steps.stream().sorted(java.util.Comparator.comparing(step -> step.subject().person())).toList());
    }
}
