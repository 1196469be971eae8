package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.PlanJson;
import dev.accolade.cli.view.PlanText;
import dev.accolade.cli.view.ShownPlan;
import dev.accolade.saved.SavedPlans;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code accolade plan}. */
@Command(name = "plan", description = {"Reads all sources, plans, and shows what would be done and why. Writes to no target.",
    "Signs: + award, ~ update, - remove, = enter what the target has already, x a badge has come to its end, ! something that needs attention, such as what its target would refuse.",
    "It ends with 5 when a target would refuse some of it, and with 1 when a source could not be read or a target not be asked."})
final class PlanCommand extends Action {

    @Option(names = "--no-pull", description = "Plan from what was read before.")
    boolean noPull;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "Show at most this many changes; 0 for all (default: ${DEFAULT-VALUE}).")
    int limit;

    @Option(names = "--out", paramLabel = "FILE", description = {"Write all changes to this file too, held ones as well, for people to read and for: accolade apply FILE",
        "A file that is there is replaced; it is written whole or not at all, and only its owner can read it."})
    Path file;

    @Mixin
    Operator operator;

    @Option(names = "--detailed-exitcode", description = "End with 2 when changes wait, and with 4 when all that wait are held by a limit.")
    boolean detailed;

    @Override
    public Integer call() {
        if (file != null) {
            SavedPlans.check(file);
        }
        try (Accolade accolade = open()) {
            if (!noPull) {
                progress().each("Reading", accolade.settings().sources().keySet(), accolade::pull);
            }
            ShownPlan plan = shown(accolade);
            if (isJson()) {
                new JsonLines(out()).print(PlanJson.of(plan));
            } else {
                new PlanText(out()).print(plan);
            }
            save(accolade);
            return exitCode(plan);
        }
    }

    private ShownPlan shown(Accolade accolade) {
        return ShownPlan.of(accolade, accolade.reconcile(), limit <= 0 ? Integer.MAX_VALUE : limit);
    }

    private void save(Accolade accolade) {
        if (file != null) {
            long changes = accolade.ledger().savedPlans(accolade.rules()).save(file, operator.by());
            if (!isJson()) {
                out().println("Wrote " + changes + (changes == 1 ? " change" : " changes") + " to " + file + ". Do just these with: accolade apply " + file);
            }
        }
    }

    private int exitCode(ShownPlan plan) {
        if (plan.wouldFail()) {
            return ExitCode.WOULD_FAIL;
        }
        if (detailed && plan.due() > 0) {
            return ExitCode.CHANGES_WAIT;
        }
        if (detailed && plan.approvable() > 0) {
            return ExitCode.HELD;
        }
        return plan.failedReads().isEmpty() && plan.unanswered().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
