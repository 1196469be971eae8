package dev.accolade.ledger;

import dev.accolade.model.GrantKey;
import dev.accolade.model.Recast;
import dev.accolade.model.StepKind;
import dev.accolade.model.WaitingFor;
import dev.accolade.plan.PersonPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What a plan found out about who a grant or an award belongs to, and the rows of the history that tell of it. */
final class Marks {

    private Marks() {}

    static void write(Handle handle, long plan, List<PersonPlan> decided, long now) {
        List<PersonPlan.Mark> marks = decided.stream().flatMap(one -> one.marks().stream()).toList();
        if (marks.isEmpty()) {
            return;
        }
        String cause = handle.createQuery("select cause from plan where id = ?").bind(0, plan).mapTo(String.class).findOne().orElse("plan " + plan);
        List<Step> steps = marks.stream().filter(PersonPlan.Mark::olderAddress).filter(mark -> !knownOlder(handle, mark)).map(mark -> step(mark, cause)).toList();
        try (Batch batch = new Batch(handle, """
                update grants set recast = ?, older_address = ? where person = ? and target = ? and object_id = ? and generation = ? and state = 'LIVE'""")) {
            marks.forEach(mark -> batch.add(mark.recast().map(Recast::name).orElse(null), mark.olderAddress() ? 1 : 0, mark.key().person(), mark.key().target(),
                    mark.key().objectId(), mark.generation()));
        }
        Chronicle.add(handle, now, steps);
    }

    private static boolean knownOlder(Handle handle, PersonPlan.Mark mark) {
        return handle.createQuery("select 1 from grants where person = ? and target = ? and object_id = ? and generation = ? and older_address = 1")
                .bind(0, mark.key().person()).bind(1, mark.key().target()).bind(2, mark.key().objectId()).bind(3, mark.generation()).mapTo(Integer.class).findOne().isPresent();
    }

    private static Step step(PersonPlan.Mark mark, String cause) {
        GrantKey key = mark.key();
        Map<String, String> payload = new TreeMap<>();
        mark.evidence().forEach((name, value) -> payload.put("evidence." + name, value));
        payload.put("because", "an e-mail that changed");
        return new Step(StepKind.ADDRESS_CHANGED, cause, new Step.Subject(key.target(), key.objectId(), null, key.person(), mark.generation(), null, null), payload);
    }

    /** Awards of this plan that have waited too long for an address. */
    static void expired(Handle handle, long plan, List<PersonPlan> decided, long now) {
        List<Long> persons = decided.stream().flatMap(one -> one.planned().stream()).filter(change -> change.waitingFor().filter(WaitingFor.EXPIRED::equals).isPresent())
                .map(change -> change.key().person()).distinct().toList();
        if (!persons.isEmpty()) {
            ChangeSteps.add(handle, now, StepKind.WAITED_TOO_LONG, handle.createQuery(
                    "select id from change where plan = :plan and waiting_for = 'EXPIRED' and person in (<persons>) order by id").bind("plan", plan).bindList("persons", persons)
                    .mapTo(Long.class).list());
        }
    }
}
