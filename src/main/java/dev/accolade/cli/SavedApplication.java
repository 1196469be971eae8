package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.Progress;
import dev.accolade.saved.Fate;
import dev.accolade.saved.Run;
import java.util.Map;

/** Has the changes of one file done, and no others. */
final class SavedApplication {

    private static final int LOOK_MILLIS = 200;

    private final Accolade accolade;
    private final Run run;

    SavedApplication(Accolade accolade, Run run) {
        this.accolade = accolade;
        this.run = run;
    }

    /** Returns when nothing more can be done for them now, and nobody is at any of them any more. */
    void perform(Progress progress) {
        run.retryRefused(accolade.ledger().remedies());
        accolade.ledger().barriers().hold();
        progress.during("Applying", run.size(), run::done, this::push);
    }

    /** A worker elsewhere that does not come back loses its lease, and then what it had is looked at here. */
    private void push() {
        accolade.push(run.id());
        while (run.isBusy()) {
            Applying.sleep(LOOK_MILLIS);
            accolade.push(run.id());
        }
    }

    /** 0, 3 or 4: what waits as the file says is nothing that went wrong. */
    static int exitCode(Map<Fate.Kind, Long> counts) {
        boolean wrong = counts.keySet().stream().anyMatch(kind -> switch (kind) {
            case NOT_SENT, LATER, REFUSED, UNKNOWN, SKIPPED -> true;
            case APPLIED, ALREADY_SO, WAITS, HELD -> false;
        });
        return wrong ? ExitCode.SOME_FAILED : counts.containsKey(Fate.Kind.HELD) ? ExitCode.HELD : ExitCode.OK;
    }
}
