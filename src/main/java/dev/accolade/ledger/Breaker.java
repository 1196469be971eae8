package dev.accolade.ledger;

import dev.accolade.model.Outcome;
import dev.accolade.model.StepKind;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Leaves a target alone that fails whatever is asked of it, longer each time; then one change at a time finds out whether it works again.
 *
 * <p>It stands in the ledger, so that all processes keep to it and everybody can see it. Called inside the transactions that claim and settle.
 */
public final class Breaker {

    /** Failures in a row, without one answer between them, after which a target is left alone; a refused login is enough by itself. */
    public static final int PATIENCE = 5;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofMinutes(5);
    /** While one change finds out, the others wait. */
    private static final Duration TRIAL = Duration.ofMinutes(1);

    private Breaker() {}

    /** How many changes may be claimed now. */
    static int room(Handle handle, String target, long now, int max) {
        if (failures(handle, target) < PATIENCE) {
            return max;
        }
        boolean mayTry = handle.execute("update breaker set open_until = ? where target = ? and open_until <= ?", now + TRIAL.toMillis(), target, now) > 0;
        return mayTry ? Math.min(1, max) : 0;
    }

    /** Notes what became of a change: an answer of whatever kind ends the row of failures. */
    static void note(Handle handle, Settlement settlement, long now) {
        String target = settlement.claim().key().target();
        if (settlement.trouble().isPresent()) {
            failed(handle, target, settlement.trouble().get(), settlement.message(), now);
        } else if (settlement.outcome() != Outcome.RETRY_LATER && settlement.outcome() != Outcome.UNKNOWN) {
            mended(handle, target, now, "accolade");
        }
    }

    private static void failed(Handle handle, String target, Trouble trouble, String message, long now) {
        int before = failures(handle, target);
        int failures = Math.max(before + 1, trouble.shutOut() ? PATIENCE : 0);
        long until = failures < PATIENCE ? 0 : now + pause(failures, trouble).toMillis();
        handle.execute("""
                insert into breaker (target, failures, since, open_until, message) values (?, ?, ?, ?, ?) on conflict (target) do update
                set failures = excluded.failures, open_until = max(breaker.open_until, excluded.open_until), message = excluded.message""", target, failures, now, until, message);
        if (before < PATIENCE && failures >= PATIENCE) {
            Chronicle.add(handle, now, new Step(StepKind.LEFT_ALONE, "accolade", Step.Subject.target(target), Map.of("message", message)));
        }
    }

    private static int failures(Handle handle, String target) {
        return handle.createQuery("select failures from breaker where target = ?").bind(0, target).mapTo(Integer.class).findOne().orElse(0);
    }

    private static Duration pause(int failures, Trouble trouble) {
        Duration own = FIRST.multipliedBy(1L << Math.min(5, failures - PATIENCE));
        Duration most = own.compareTo(MOST) > 0 ? MOST : own;
        return trouble.leaveAlone().filter(asked -> asked.compareTo(most) > 0).orElse(most);
    }

    /** @return whether it was left alone until now */
    static boolean mended(Handle handle, String target, long now, String actor) {
        int failures = failures(handle, target);
        if (failures > 0) {
            handle.execute("delete from breaker where target = ?", target);
        }
        boolean open = failures >= PATIENCE;
        if (open) {
            Chronicle.add(handle, now, new Step(StepKind.BACK, actor, Step.Subject.target(target), Map.of()));
        }
        return open;
    }
}
