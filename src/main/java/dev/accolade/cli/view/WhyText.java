package dev.accolade.cli.view;

import dev.accolade.ledger.view.Generation;
import dev.accolade.model.ChangeState;
import dev.accolade.model.Reason;
import dev.accolade.reconcile.Answer;
import java.io.PrintWriter;
import java.util.List;

/** Why somebody has something: what each rule says, every generation with its end, and what is under way. */
public final class WhyText {

    private final PrintWriter out;

    public WhyText(PrintWriter out) {
        this.out = out;
    }

    public void print(List<Answer> answers) {
        answers.forEach(this::print);
        if (answers.isEmpty()) {
            out.println("This person has nothing, had nothing, and no rule earns them anything.");
        }
        out.flush();
    }

    private void print(Answer answer) {
        out.println(answer.target() + ": " + answer.object());
        answer.rules().forEach(said -> out.println("  rule " + said.rule() + ":" + said.line() + " " + said.sentence()));
        if (answer.rules().isEmpty()) {
            out.println("  no rule names it any more");
        }
        answer.generations().forEach(one -> out.println("  " + line(one)));
        if (answer.generations().isEmpty()) {
            out.println("  never had");
        }
        answer.open().ifPresent(change -> out.println((change.state() == ChangeState.DROPPED ? "  dropped, change " : "  under way, change ") + change.id() + ": " + PlanText.line(change)));
        answer.note().ifPresent(note -> out.println("  " + note));
    }

    /** {@code 2. since 2026-11-22 04:13 UTC, ended 2027-01-02 00:00 UTC: no rule earns this any more (lUvN..., ours)}. */
    private static String line(Generation one) {
        String end = one.live() ? one.expires().map(at -> ", until " + Times.minute(at)).orElse("")
                : one.endedAt().map(at -> ", ended " + Times.minute(at)).orElse("") + ": " + one.endedWhy().map(Reason::sentence).orElse("why was not written down");
        return one.generation() + ". since " + Times.minute(one.since()) + end + " (" + one.remoteId() + ", " + (one.ours() ? "ours" : "theirs") + ")";
    }
}
