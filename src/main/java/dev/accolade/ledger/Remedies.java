package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What an operator does about changes that did not go as planned. */
public final class Remedies {

    private static final String IN_TROUBLE = "(state in ('REFUSED', 'UNKNOWN') or state = 'PLANNED' and attempts > 0)";

    /** Not sent, because its target would refuse it: only an operator who names it has it sent or dropped. */
    private static final String BARRED = "state = 'WAITING' and waiting_for = 'TARGET'";

    private final Database database;
    private final Clock clock;

    public Remedies(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Gives refused changes another turn, because the cause may have been mended; those an attempt of which may have had an effect are looked at first. */
    public List<Long> retryRefused(String actor) {
        return retry("state = 'REFUSED'", List.of(), actor);
    }

    /** Lets all refused changes, and all whose next attempt is still to come, have it now. */
    public List<Long> retryAll(String actor) {
        return retry(IN_TROUBLE, List.of(), actor);
    }

    /**
     * The same for these alone; one that was dropped comes back.
     *
     * @return those of them that have a turn now; the others were not in trouble
     */
    public List<Long> retry(List<Long> changes, String actor) {
        return changes.isEmpty() ? List.of() : retry("id in (<ids>) and (state = 'DROPPED' or " + IN_TROUBLE + " or " + BARRED + ")", changes, actor);
    }

    private List<Long> retry(String which, List<Long> changes, String actor) {
        return database.write(handle -> {
            List<Long> ids = chosen(handle, which, changes);
            each(handle, """
                    update change set state = case look_first when 1 then 'UNKNOWN' else 'PLANNED' end, waiting_for = null, not_before = 0, ended_at = null,
                        claimed_at = case look_first when 1 then claimed_at end where id in (<ids>)""", ids);
            ChangeSteps.add(handle, clock.millis(), StepKind.RETRIED, ids, Optional.of(actor), Map.of());
            return ids;
        });
    }

    /**
     * Takes changes out for good: no plan brings one back while its evidence, its rule and what it wants are the same. Only changes in trouble can be dropped.
     *
     * @return those of them that are dropped now
     */
    public List<Long> drop(List<Long> changes, String actor) {
        return changes.isEmpty() ? List.of() : database.write(handle -> {
            List<Long> ids = chosen(handle, "id in (<ids>) and (" + IN_TROUBLE + " or " + BARRED + ")", changes);
            each(handle, "update change set state = 'DROPPED', waiting_for = null, ended_at = " + clock.millis() + " where id in (<ids>)", ids);
            ChangeSteps.add(handle, clock.millis(), StepKind.DROPPED, ids, Optional.of(actor), Map.of());
            return ids;
        });
    }

    private static List<Long> chosen(Handle handle, String which, List<Long> changes) {
        var query = handle.createQuery("select id from change where state in ('PLANNED', 'WAITING', 'CLAIMED', 'UNKNOWN', 'REFUSED', 'DROPPED') and " + which + " order by id");
        return (changes.isEmpty() ? query : query.bindList("ids", changes)).mapTo(Long.class).list();
    }

    private static void each(Handle handle, String sql, List<Long> ids) {
        if (!ids.isEmpty()) {
            handle.createUpdate(sql).bindList("ids", ids).execute();
        }
    }
}
