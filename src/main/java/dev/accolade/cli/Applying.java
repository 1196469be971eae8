package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.Progress;
import dev.accolade.ledger.view.ChangeCount;
import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.Status;
import dev.accolade.model.ChangeState;
import dev.accolade.model.WaitingFor;
import java.util.List;
import java.util.function.Predicate;

/** Does what waits for the targets, and counts what became of it in the ledger, whoever did it. */
public final class Applying {

    /** More than anybody reads; the counts are of all. */
    private static final int SHOWN = 100;
    private static final int LOOK_MILLIS = 20;
    private static final int LOOKS = 50;

    /**
     * What became of the changes that were due.
     *
     * @param done     no longer open
     * @param refused  the targets would not have them, or nothing about them is known for sure
     * @param later    failed for now and tried again by itself
     * @param held     waiting for an approval
     * @param barred   not sent, because their targets would refuse them
     * @param troubled refused ones and those tried again, the first hundred
     */
    public record Result(long done, long refused, long later, long held, long barred, List<ShownChange> troubled) {

        public Result {
            troubled = List.copyOf(troubled);
        }

        /** 0, 3 or 4. */
        public int exitCode() {
            return refused + later + barred > 0 ? ExitCode.SOME_FAILED : held > 0 ? ExitCode.HELD : ExitCode.OK;
        }
    }

    private final Accolade accolade;
    private final Status status;

    public Applying(Accolade accolade) {
        this.accolade = accolade;
        this.status = new Status(accolade.ledger().database());
    }

    /** Returns when nothing more can be done now, and nobody is at anything any more. */
    public Result run(Progress progress) {
        long openBefore = count(one -> true);
        long due = count(Applying::isDue);
        progress.during("Applying", due, () -> due - count(Applying::isDue), this::pushAll);
        Failures failures = status.failures(SHOWN);
        return new Result(Math.max(0, openBefore - count(one -> true)), failures.refusedCount(), count(Applying::isDue), count(Applying::isHeld), count(Applying::isBarred), failures.changes());
    }

    private void pushAll() {
        accolade.push();
        for (int looks = 1; count(this::isAtWork) > 0; looks++) {
            sleep(LOOK_MILLIS);
            // Whoever has them may have died: only who claims sees that a lease has ended.
            if (looks % LOOKS == 0) {
                accolade.push();
            }
        }
    }

    /** What a worker has of a target that is configured no more, nobody will ever take from it. */
    private boolean isAtWork(ChangeCount one) {
        return one.state() == ChangeState.CLAIMED && accolade.settings().targets().containsKey(one.target());
    }

    private static boolean isDue(ChangeCount one) {
        return one.state() == ChangeState.PLANNED || one.state() == ChangeState.CLAIMED || one.state() == ChangeState.UNKNOWN;
    }

    private static boolean isHeld(ChangeCount one) {
        return one.state() == ChangeState.WAITING && one.waitingFor().filter(why -> why == WaitingFor.LIMIT || why == WaitingFor.APPROVAL).isPresent();
    }

    private static boolean isBarred(ChangeCount one) {
        return one.state() == ChangeState.WAITING && one.waitingFor().filter(WaitingFor.TARGET::equals).isPresent();
    }

    private long count(Predicate<ChangeCount> which) {
        return status.openCounts().stream().filter(which).mapToLong(ChangeCount::count).sum();
    }

    /** Before the next look at what other workers are at. */
    static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while another worker was at some changes; they are in the ledger as they stand.", stopped);
        }
    }
}
