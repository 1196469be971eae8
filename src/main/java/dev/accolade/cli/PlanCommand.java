package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.PlanJson;
import dev.accolade.cli.view.PlanText;
import dev.accolade.cli.view.ShownPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade plan}. */
@Command(name = "plan", description = {"Reads all sources, plans, and shows what would be done and why. Writes to no target.",
    "Signs: + award, ~ update, - remove, = enter what the target has already, x a badge has come to its end, ! something that needs attention."})
final class PlanCommand extends Action {

    @Option(names = "--no-pull", description = "Plan from what was read before.")
    boolean noPull;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000", description = "Show at most this many changes; 0 for all (default: ${DEFAULT-VALUE}).")
    int limit;

    @Option(names = "--detailed-exitcode", description = "End with 2 when changes wait, and with 4 when all that wait are held by a limit.")
    boolean detailed;

    @Override
    public Integer call() {
        try (Accolade accolade = open()) {
            if (!noPull) {
                progress().each("Reading", accolade.settings().sources().keySet(), accolade::pull);
            }
            ShownPlan plan = ShownPlan.of(accolade, accolade.reconcile(), limit <= 0 ? Integer.MAX_VALUE : limit);
            if (isJson()) {
                new JsonLines(out()).print(PlanJson.of(plan));
            } else {
                new PlanText(out()).print(plan);
            }
            return exitCode(plan);
        }
    }

    private int exitCode(ShownPlan plan) {
        if (detailed && plan.due() > 0) {
            return ExitCode.CHANGES_WAIT;
        }
        if (detailed && plan.approvable() > 0) {
            return ExitCode.HELD;
        }
        return plan.failedReads().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
