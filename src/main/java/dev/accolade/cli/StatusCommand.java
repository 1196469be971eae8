package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.app.RulesInForce;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.Standing;
import dev.accolade.cli.view.StandingText;
import dev.accolade.config.Settings;
import dev.accolade.ledger.view.DriftRows;
import dev.accolade.ledger.view.Status;
import dev.accolade.rules.RuleFileException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code accolade status}. */
@Command(name = "status", description = "Shows where everything stands: sources and how old what is known of them is, the last plan, open changes, grants, failures, rules that stand still. Asks the ledger alone.")
final class StatusCommand extends Action {

    @Override
    public Integer call() {
        Settings settings = settings();
        try (Ledger ledger = openLedger()) {
            Standing standing = Standing.of(new Status(ledger.database()), settings.sources().keySet(), new DriftRows(ledger.database()), settings.targets().keySet(), ledger.skewLimit(),
                    stoppedRules(settings, ledger));
            if (isJson()) {
                new JsonLines(out()).print(standing);
            } else {
                new StandingText(out(), surroundings().clock().instant()).print(standing);
            }
        }
        return ExitCode.OK;
    }

    /** Where the rest stands is worth knowing also while somebody is at the rules. */
    private List<String> stoppedRules(Settings settings, Ledger ledger) {
        try {
            return stoppedRules(settings, new RulesInForce(settings), ledger);
        } catch (RuleFileException mistakes) {
            return List.of(mistakes.getMessage());
        }
    }
}
