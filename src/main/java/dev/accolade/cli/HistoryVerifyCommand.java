package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.ledger.view.History;
import dev.accolade.ledger.view.Verified;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade history verify}. */
@Command(name = "verify", description = {"Follows the chain of the whole history and names the first row that was changed or is missing; ends with 1 then.",
    "Prints the digest of the last row. Keep it elsewhere: given back with --head, it shows whether rows were cut off at the end."})
final class HistoryVerifyCommand extends Action {

    @Option(names = "--head", paramLabel = "DIGEST", description = "A digest that an earlier verify printed; the history must still go through it.")
    String head;

    @Override
    public Integer call() {
        if (head != null && !head.strip().matches("[0-9a-fA-F]{64}")) {
            throw new WrongUse("--head is '" + head + "', but must be a digest as history verify prints it: 64 hexadecimal digits.");
        }
        try (Ledger ledger = openLedger()) {
            Verified verified = new History(ledger.database()).verify(Optional.ofNullable(head));
            if (isJson()) {
                new JsonLines(out()).print(verified);
            } else {
                print(verified);
            }
            return verified.problem().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    private void print(Verified verified) {
        verified.problem().ifPresentOrElse(
                problem -> err().println("accolade: " + problem + " The " + verified.rows() + " rows before it are as they were written. Nothing was changed; compare with a backup."),
                () -> out().println(verified.rows() + " rows, none changed, none missing" + (verified.erased() > 0 ? ", " + verified.erased() + " with erased payload" : "") + "."));
        out().println("head " + verified.head());
        out().flush();
    }
}
