package dev.accolade.cli.view;

import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.HeldScope;
import dev.accolade.ledger.view.SourceStatus;
import dev.accolade.model.WaitingFor;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where everything stands, as text. */
public final class StandingText {

    private final PrintWriter out;
    private final Instant now;

    public StandingText(PrintWriter out, Instant now) {
        this.out = out;
        this.now = now;
    }

    public void print(Standing standing) {
        out.println("Sources");
        standing.sources().forEach(this::source);
        out.println("Last plan");
        out.println(standing.lastPlan().map(plan -> "  plan " + plan.id() + " of " + Times.minute(plan.madeAt()) + " (" + plan.cause() + "): " + plan.persons()
                + " persons looked at, " + plan.planned() + " new changes, " + plan.kept() + " grants stay, " + plan.leftOpen() + " changes were open before").orElse("  none yet"));
        out.println("Open changes");
        standing.openChanges().forEach(one -> out.println("  " + one.kind().sign() + " " + one.count() + " " + one.target() + ": " + one.objectName() + ", "
                + one.waitingFor().map(WaitingFor::sentence).orElse(one.state().name().toLowerCase(java.util.Locale.ROOT))));
        none(standing.openChanges().isEmpty());
        out.println("Grants");
        standing.grants().forEach(one -> out.println("  " + one.target() + ": " + one.objectName() + ": " + one.ours() + " live, " + one.theirs()
                + " made by others, " + one.ended() + " ended" + (one.unsure() > 0 ? ", " + one.unsure() + " being found out" : "")));
        none(standing.grants().isEmpty());
        out.println("On the targets, when last listed");
        standing.onTargets().forEach(one -> out.println("  " + one.target() + ": " + one.objectName() + ": " + one.sentence()));
        none(standing.onTargets().isEmpty());
        standing.differences().forEach(one -> out.println("  " + VerifyText.line(one)));
        if (standing.open() > standing.differences().size()) {
            out.println("  ... and " + (standing.open() - standing.differences().size()) + " more; see them with: accolade verify");
        }
        standing.paused().forEach(one -> out.println("Paused: " + one.sentence()));
        standing.leftAlone().forEach(one -> out.println("Left alone: " + one.sentence()));
        standing.skewed().forEach(one -> out.println("Clocks: " + one.sentence()));
        out.println("Failures");
        failures(standing.failures(), standing.stoppedRules());
        if (!standing.identity().sentences().isEmpty()) {
            out.println("Who is who");
            standing.identity().sentences().forEach(one -> out.println("  ! " + one));
        }
        if (standing.erased() > 0) {
            out.println("Persons erased: " + standing.erased());
        }
        out.flush();
    }

    private void source(SourceStatus source) {
        out.println("  " + source.source() + ": " + source.members() + " people, " + source.scopes() + " scopes, " + source.entitlements() + " rights, "
                + source.lastCompleteRead().map(at -> "last complete read " + age(at)).orElse("never read")
                + (source.failedReads() > 0 ? ", " + source.failedReads() + " reads failed" : "")
                + (source.accounts() > 0 ? ", " + source.accounts() + " accounts enrolled, " + source.refusedAccounts() + " refused" : "")
                + (source.hintsWaiting() > 0 ? ", " + source.hintsWaiting() + " hints wait" : ""));
        source.held().forEach(this::held);
    }

    private void held(HeldScope held) {
        out.println("    held: " + held.name().orElse("the whole source") + " shrank from " + held.before() + " to " + held.after() + "; nobody is taken from it"
                + held.approvedUntil().filter(until -> until.isAfter(now)).map(until -> " until the next read (approved until " + Times.minute(until) + ")")
                .orElse(". If that is so: " + held.approveWith() + " --by NAME"));
    }

    private void failures(Failures failures, List<String> stoppedRules) {
        failures.reads().forEach(one -> out.println("  ! " + one.coverage() + one.name().map(name -> " (" + name + ")").orElse("") + " could not be read "
                + age(one.failedAt()) + ". " + one.failure()));
        failures.hints().forEach(one -> out.println("  ! hint about " + one.coverage() + " failed " + one.attempts() + " times. " + one.failure().orElse("")));
        failures.barred().forEach(one -> out.println("  ! " + one.sentence()));
        failures.unanswered().forEach((target, why) -> out.println("  ! " + target + " could not be asked whether it would take what is planned. " + why));
        stoppedRules.forEach(one -> out.println("  ! " + one));
        failures.changes().forEach(one -> out.println("  ! change " + one.id() + ", " + one.kind() + " '" + one.objectName() + "' for " + one.username() + ", "
                + one.state() + ". " + one.message().orElse("") + " " + one.whatToDo()));
        none(failures.isEmpty() && stoppedRules.isEmpty());
    }

    private void none(boolean isSo) {
        if (isSo) {
            out.println("  none");
        }
    }

    private String age(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 2) {
            return Math.max(0, age.toSeconds()) + " s ago";
        }
        return age.toHours() < 2 ? age.toMinutes() + " min ago" : age.toDays() < 2 ? age.toHours() + " h ago" : age.toDays() + " days ago";
    }
}
