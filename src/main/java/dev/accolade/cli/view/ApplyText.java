package dev.accolade.cli.view;

import dev.accolade.cli.Applying;
import dev.accolade.ledger.view.Barred;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.model.ChangeState;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What became of applied changes, as text: each that failed by itself, the rest as numbers. */
public final class ApplyText {

    private final PrintWriter out;

    public ApplyText(PrintWriter out) {
        this.out = out;
    }

    /** @param failedReads by what they cover */
    public void print(Applying.Result result, Map<String, String> failedReads, List<String> stoppedRules, List<Barred> barred) {
        failedReads.forEach((coverage, failure) -> out.println("! The read of " + coverage + " failed; nobody loses anything by it. " + failure));
        stoppedRules.forEach(rule -> out.println("! " + rule));
        barred.forEach(one -> out.println("! " + one.sentence()));
        result.troubled().forEach(this::troubled);
        out.println(result.done() + " done, " + result.refused() + " refused, " + result.later() + " to be tried again, " + result.held() + " held by a limit" + (result.barred() > 0 ? ", " + result.barred() + " not sent, because their target would refuse them." : "."));
        if (result.held() > 0) {
            out.println("See what is held with: accolade plan --no-pull; release it with: accolade approve --all-held --by NAME");
        }
        out.flush();
    }

    private void troubled(ShownChange change) {
        out.println("! " + (change.state() == ChangeState.REFUSED ? "refused" : "not done yet") + ": change " + change.id() + ", " + change.kind() + " '"
                + change.objectName() + "' on " + change.target() + " for " + change.username() + ". " + change.message().orElse("")
                + change.nextAttempt().map(at -> " Next attempt after " + Times.minute(at) + ".").orElse(""));
        out.println("  " + change.whatToDo());
    }
}
