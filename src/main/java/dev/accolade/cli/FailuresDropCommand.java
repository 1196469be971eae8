package dev.accolade.cli;

import dev.accolade.app.Ledger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code accolade failures drop}. */
@Command(name = "drop", description = {"Takes changes out for good: no plan brings one back while its evidence, its rule and what it wants stay the same.",
    "Only changes that accolade failures shows can be dropped. What an attempt may have done already stays on the target."})
final class FailuresDropCommand extends Action {

    @Parameters(paramLabel = "CHANGE", arity = "1..*", description = "Numbers of changes, as accolade failures shows them.")
    List<Long> changes;

    @Mixin
    Operator operator;

    @Override
    public Integer call() {
        try (Ledger ledger = openLedger()) {
            return settled(changes, ledger.remedies().drop(changes, operator.by() + " by failures drop"), "Dropped", "dropped", operator.by());
        }
    }
}
