package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.app.RulesInForce;
import dev.accolade.cli.view.FailuresText;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Settings;
import dev.accolade.ledger.view.Failures;
import dev.accolade.ledger.view.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade failures}. */
@Command(name = "failures", description = {"Lists what did not go as planned, with cause, attempts, next attempt and what to do: changes, reads, hints, and rules that stand still.",
    "Ends with 0 when there is nothing, else with 3. Asks the ledger alone."}, subcommands = {FailuresRetryCommand.class, FailuresDropCommand.class})
final class FailuresCommand extends Action {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most this many of each sort (default: ${DEFAULT-VALUE}).")
    int limit;

    @Override
    public Integer call() {
        Settings settings = settings();
        RulesInForce rules = new RulesInForce(settings);
        try (Ledger ledger = openLedger()) {
            Failures failures = new Status(ledger.database()).failures(Math.max(1, limit));
            List<String> stoppedRules = stoppedRules(settings, rules, ledger);
            if (isJson()) {
                Map<String, Object> all = new LinkedHashMap<>();
                all.put("failures", failures);
                all.put("stoppedRules", stoppedRules);
                new JsonLines(out()).print(all);
            } else {
                new FailuresText(out()).print(failures, stoppedRules);
            }
            return failures.isEmpty() && stoppedRules.isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
        }
    }
}
