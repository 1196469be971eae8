package dev.accolade.ledger;

import dev.accolade.model.StepKind;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Targets that an operator wants left alone for now: nothing of them is claimed, and what a worker is at is finished. */
public final class Pauses {

    private final Database database;
    private final Clock clock;

    public Pauses(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Holds a target; a second pause changes nothing about the first.
     *
     * @param by  who wants it
     * @param why for people, may be empty
     * @return whether it was at work until now
     */
    public boolean pause(String target, String by, String why) {
        return database.write(handle -> {
            long now = clock.millis();
            boolean begun = handle.execute("insert or ignore into pause (target, since, by_whom, why) values (?, ?, ?, ?)", target, now, by, why) > 0;
            if (begun) {
                Chronicle.add(handle, now, new Step(StepKind.PAUSED, by + " by pause", Step.Subject.target(target), why.isEmpty() ? Map.of() : Map.of("why", why)));
            }
            return begun;
        });
    }

    /**
     * Ends a pause, and lets a target that is left alone because it failed be tried at once.
     *
     * @return whether it was paused or left alone until now
     */
    public boolean resume(String target, String by) {
        return database.write(handle -> {
            boolean failed = Breaker.mended(handle, target, clock.millis(), by + " by resume");
            boolean ended = handle.execute("delete from pause where target = ?", target) > 0;
            if (ended) {
                Chronicle.add(handle, clock.millis(), new Step(StepKind.RESUMED, by + " by resume", Step.Subject.target(target), Map.of()));
            }
            return ended || failed;
        });
    }

    /** Lets a target that is left alone because it failed be tried at once; a pause stays. */
    public void tryAgain(String target, String by) {
        database.change(handle -> Breaker.mended(handle, target, clock.millis(), by));
    }

    /** Asked in the transaction that claims, so that nothing is claimed after a pause. */
    static boolean holds(Handle handle, String target) {
        return handle.createQuery("select 1 from pause where target = ?").bind(0, target).mapTo(Integer.class).findOne().isPresent();
    }
}
