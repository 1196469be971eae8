package dev.accolade.cli.view;

import dev.accolade.ledger.view.Barred;
import dev.accolade.ledger.view.FailedCoverage;
import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.ShownChange;
import dev.accolade.ledger.view.WaitingHint;
import java.io.PrintWriter;
import java.util.List;

/** What did not go as planned, each with its cause and what to do. */
public final class FailuresText {

    private final PrintWriter out;

    public FailuresText(PrintWriter out) {
        this.out = out;
    }

    /** @param stoppedRules each as a sentence */
    public void print(Failures failures, List<String> stoppedRules) {
        failures.changes().forEach(this::change);
        if (failures.troubledCount() > failures.changes().size()) {
            out.println("... and " + (failures.troubledCount() - failures.changes().size()) + " more changes; see more with --limit.");
        }
        failures.reads().forEach(this::read);
        failures.hints().forEach(this::hint);
        failures.barred().forEach(barred -> entry("target", barred.sentence(), "It goes on after the next plan that finds it mended. To let a change be: accolade failures drop NUMBER"));
        failures.unanswered().forEach((target, why) -> entry("target", target + " could not be asked whether it would take what is planned. " + why, "Nothing: it is asked again with the next plan."));
        stoppedRules.forEach(rule -> entry("rule", rule, "Mend the name in the rules, at the source or on the target; it is looked for at each plan."));
        failures.dropped().forEach(change -> out.println("- " + subject(change) + " was dropped and stays out while it would be the same. " + change.whatToDo()));
        out.println(failures.isEmpty() && stoppedRules.isEmpty() ? "Nothing failed." : failures.refusedCount() + " changes refused, "
                + (failures.troubledCount() - failures.refusedCount()) + " to be tried again, " + failures.reads().size() + " reads and " + failures.hints().size()
                + " hints failed, " + stoppedRules.size() + " rules stand still, " + failures.barred().stream().mapToLong(Barred::changes).sum() + " changes not sent.");
        out.flush();
    }

    private void change(ShownChange change) {
        entry(change.state().name().toLowerCase(java.util.Locale.ROOT), subject(change) + ", " + change.attempts() + (change.attempts() == 1 ? " attempt" : " attempts")
                + change.nextAttempt().map(at -> ", the next after " + Times.minute(at)).orElse("") + ". " + change.message().orElse(""), change.whatToDo());
    }

    private void read(FailedCoverage read) {
        entry("read", read.coverage() + read.name().map(name -> " (" + name + ")").orElse("") + ", " + Times.minute(read.failedAt()) + ", last complete "
                + read.completeAt().map(Times::minute).orElse("never") + ". " + read.failure(), "Nobody loses anything by it. It is read again on its schedule, or now by: accolade sync --source " + read.coverage().source());
    }

    private void hint(WaitingHint hint) {
        entry("hint", hint.coverage() + hint.name().map(name -> " (" + name + ")").orElse("") + ", " + hint.attempts() + " reads failed"
                + hint.notBefore().map(at -> ", the next after " + Times.minute(at)).orElse("") + ". " + hint.failure().orElse(""), "Nothing: it is followed again by itself.");
    }

    private void entry(String sort, String text, String whatToDo) {
        out.println("! " + sort + ": " + text.strip());
        out.println("  " + whatToDo);
    }

    private static String subject(ShownChange change) {
        return "change " + change.id() + ", " + change.kind() + " '" + change.objectName() + "' on " + change.target() + " for " + change.username();
    }
}
