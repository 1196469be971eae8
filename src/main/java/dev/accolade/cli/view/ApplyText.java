package dev.accolade.cli.view;

import dev.accolade.cli.Applying;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.model.ChangeState;
import java.io.PrintWriter;

/** What became of applied changes, as text: each that failed by itself, the rest as numbers. */
public final class ApplyText {

    private final PrintWriter out;

    public ApplyText(PrintWriter out) {
        this.out = out;
    }

    public void print(Applying.Result result) {
        result.troubled().forEach(this::troubled);
        out.println(result.done() + " done, " + result.refused() + " refused, " + result.later() + " to be tried again, " + result.held() + " held by a limit.");
        if (result.held() > 0) {
            out.println("See what is held with: accolade plan --no-pull; release it with: accolade approve --all-held --by NAME");
        }
        out.flush();
    }

    private void troubled(ShownChange change) {
        out.println("! " + (change.state() == ChangeState.REFUSED ? "refused" : "not done yet") + ": change " + change.id() + ", " + change.kind() + " '"
                + change.objectName() + "' on " + change.target() + " for " + change.username() + ". " + change.message().orElse("")
                + change.nextAttempt().map(at -> " Next attempt after " + at + ".").orElse(""));
        out.println("  " + change.whatToDo());
    }
}
