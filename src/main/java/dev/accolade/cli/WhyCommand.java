package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.app.RulesInForce;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.cli.view.WhyJson;
import dev.accolade.cli.view.WhyText;
import dev.accolade.config.Settings;
import dev.accolade.reconcile.Answer;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code accolade why}. */
@Command(name = "why", description = {"Shows why somebody has a badge or client, or lacks it: what each rule says of them, everything they had and why it ended, and what is under way.",
    "Asks the rules and the ledger alone."})
final class WhyCommand extends Action {

    @Parameters(index = "0", paramLabel = "PERSON", description = "p-17, an e-mail, or SOURCE:NAME with a user name or number.")
    String named;

    @Parameters(index = "1", arity = "0..1", paramLabel = "BADGE",
            description = "Only this badge class or store, by the name rules use or the part behind the issuer, or the id of a rule.")
    String badge;

    @Override
    public Integer call() {
        Settings settings = settings();
        RulesInForce rules = new RulesInForce(settings);
        try (Ledger ledger = openLedger()) {
            long person = person(ledger, named);
            List<Answer> answers = ledger.why(rules).about(person, ledger.people().aliases(person), Optional.ofNullable(badge));
            if (answers.isEmpty() && badge != null) {
                throw new WrongUse("No rule names '" + badge + "', and this person never had it. Name it as rules do, such as Packager, or by the id of a rule.");
            }
            if (isJson()) {
                new JsonLines(out()).print(WhyJson.of(person, answers));
            } else {
                new WhyText(out()).print(answers);
            }
        }
        return ExitCode.OK;
    }
}
