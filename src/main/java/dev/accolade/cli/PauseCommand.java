package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade pause}. */
@Command(name = "pause", description = {"Leaves a target alone until accolade resume: nothing more is sent to it, and what is being sent is finished.",
    "Reading and planning go on; changes of the target wait."})
final class PauseCommand extends TargetAction {

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "For whoever looks at it later.")
    String why;

    @Override
    public Integer call() {
        try (Ledger ledger = ledger()) {
            boolean begun = ledger.pauses().pause(target, operator.by(), Operator.onOneLine("--why", why.strip()));
            if (isJson()) {
                new JsonLines(out()).print(Map.of("target", target, "paused", true, "changed", begun));
            } else {
                out().println(begun ? target + " is paused. Nothing more is sent to it until: accolade resume " + target : target + " was paused already.");
            }
        }
        return ExitCode.OK;
    }
}
