package dev.accolade.cli;

import dev.accolade.app.Accolade;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade apply}. */
@Command(name = "apply", description = {"Reads all sources, plans, and does what the plan says; gives changes that were refused before another turn.",
    "Ends when nothing more can be done now, and says what is left and when it is tried again: by accolade run, or by the next apply."})
final class ApplyCommand extends Action {

    @Option(names = "--no-pull", description = "Plan from what was read before.")
    boolean noPull;

    @Override
    public Integer call() {
        try (Accolade accolade = open()) {
            if (!noPull) {
                progress().each("Reading", accolade.settings().sources().keySet(), accolade::pull);
            }
            accolade.ledger().remedies().retryRefused("apply");
            accolade.settings().targets().keySet().forEach(target -> accolade.ledger().pauses().tryAgain(target, "apply"));
            accolade.reconcile();
            return finish(accolade, new Applying(accolade).run(progress()));
        }
    }
}
