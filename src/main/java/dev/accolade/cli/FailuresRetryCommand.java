package dev.accolade.cli;

import dev.accolade.app.Ledger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accolade failures retry}. */
@Command(name = "retry", description = {"Gives changes another turn now; without numbers, all that were refused or wait for their next attempt.",
    "One that was dropped comes back when its number is given. They are done by accolade run, or by accolade apply."})
final class FailuresRetryCommand extends Action {

    @Parameters(paramLabel = "CHANGE", arity = "0..*", description = "Numbers of changes, as accolade failures shows them.")
    List<Long> changes = List.of();

    @Mixin
    Operator operator;

    @Override
    public Integer call() {
        try (Ledger ledger = openLedger()) {
            String actor = operator.by() + " by failures retry";
            List<Long> done = changes.isEmpty() ? ledger.remedies().retryAll(actor) : ledger.remedies().retry(changes, actor);
            return settled(changes, done, "Another turn for", "retried", operator.by());
        }
    }
}
