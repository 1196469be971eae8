package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.Standing;
import dev.accolade.cli.view.StandingText;
import dev.accolade.config.Settings;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.Status;
import picocli.CommandLine.Command;

/** {@code accolade status}. */
@Command(name = "status", description = "Shows where everything stands: sources and how old what is known of them is, the last plan, open changes, grants, failures. Asks the ledger alone.")
final class StatusCommand extends Action {

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Ledger ledger = openLedger()) {
            Standing standing = Standing.of(new Status(ledger.database()), settings.sources().keySet(), new DriftRows(ledger.database()), settings.targets().keySet(), ledger.skewLimit());
            if (isJson()) {
                new JsonLines(out()).print(standing);
            } else {
                new StandingText(out(), surroundings().clock().instant()).print(standing);
            }
        }
        return ExitCode.OK;
    }
}
