package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.HistoryText;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.ledger.view.History;
import dev.accolade.ledger.view.ShownStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade history}. */
@Command(name = "history", description = {"Shows what happened, the latest last: each step of each change with who or what caused it, and why.",
    "Asks the ledger alone."}, subcommands = HistoryVerifyCommand.class)
final class HistoryCommand extends Action {

    @Option(names = "--person", paramLabel = "PERSON", description = "Only of this person: p-17, an e-mail, or SOURCE:NAME.")
    String person;

    @Option(names = "--target", paramLabel = "NAME", description = "Only of this target.")
    String target;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "The last N steps; 0 for all (default: ${DEFAULT-VALUE}).")
    int limit;

    @Override
    public Integer call() {
        try (Ledger ledger = openLedger()) {
            Set<Long> persons = person == null ? Set.of() : ledger.people().aliases(person(ledger, person));
            List<ShownStep> steps = new History(ledger.database()).last(persons, Optional.ofNullable(target), limit <= 0 ? Integer.MAX_VALUE : limit);
            if (isJson()) {
                new JsonLines(out()).print(Map.of("steps", steps));
            } else {
                new HistoryText(out()).print(steps);
            }
        }
        return ExitCode.OK;
    }
}
