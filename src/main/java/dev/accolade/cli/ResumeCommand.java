package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code accolade resume}. */
@Command(name = "resume", description = {"Lets a paused target be written to again, by accolade run, or by accolade apply.",
    "A target that is left alone because it failed is tried at once."})
final class ResumeCommand extends TargetAction {

    @Override
    public Integer call() {
        try (Ledger ledger = ledger()) {
            boolean ended = ledger.pauses().resume(target, operator.by());
            if (isJson()) {
                new JsonLines(out()).print(Map.of("target", target, "paused", false, "changed", ended));
            } else {
                out().println(ended ? target + " goes on." : target + " was neither paused nor left alone.");
            }
        }
        return ExitCode.OK;
    }
}
