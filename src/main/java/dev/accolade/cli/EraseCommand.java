package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.ledger.Erasure;
import dev.accolade.ledger.Erasure.Badges;
import dev.accolade.model.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accolade erase}. */
@Command(name = "erase", description = {"Takes everything that tells of a person out of the ledger, for good; nothing is ever read of them or planned for them again.",
    "What a worker is at is settled first; where that takes time, or a limit holds a revocation, accolade run finishes it. Does what is due meanwhile."})
final class EraseCommand extends Action {

    @Parameters(paramLabel = "PERSON", description = "p-17, an e-mail, or SOURCE:NAME with a user name or number.")
    String named;

    @Option(names = "--badges", paramLabel = "WHAT",
            description = "keep leaves badges and clients on the targets, revoke takes away first what we made (default: what was asked for before, else keep).")
    Badges badges;

    @Option(names = "--yes", description = "Do not ask.")
    boolean yes;

    @Mixin
    Operator operator;

    @Override
    public Integer call() {
        String by = operator.by();
        long person = meant();
        confirm(person);
        try (Accolade accolade = open()) {
            Erasure erasure = accolade.forgetting().ask(person, badges, by);
            if (!erasure.done()) {
                new Applying(accolade).run(progress());
                erasure = accolade.forgetting().ask(person, badges, by);
            }
            accolade.forgetting().goOn();
            print(erasure);
            return erasure.done() ? ExitCode.OK : ExitCode.SOME_FAILED;
        }
    }

    /** Who; and what becomes of the badges, where that was said before and is not said now. */
    private long meant() {
        try (Ledger ledger = openLedger()) {
            long person = person(ledger, named);
            badges = Optional.ofNullable(badges).or(() -> ledger.erasures().asked(person)).orElse(Badges.KEEP);
            return person;
        }
    }

    private void confirm(long person) {
        if (yes) {
            return;
        }
        err().print("Everything that tells of " + Person.label(person) + " is taken out of the ledger for good, and their badges are "
                + (badges == Badges.KEEP ? "left where they are" : "revoked") + ". Type yes to go on: ");
        err().flush();
        if (!"yes".equals(answer().strip().toLowerCase(Locale.ROOT))) {
            throw new WrongUse("The answer was not yes. Nothing was erased.");
        }
    }

    private String answer() {
        try {
            String line = new BufferedReader(new InputStreamReader(surroundings().in(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Standard input cannot be read. Nothing was erased.", unreadable);
        }
    }

    private void print(Erasure erasure) {
        if (isJson()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("person", Person.label(erasure.person()));
            all.put("badges", erasure.badges());
            all.put("erased", erasure.done());
            all.put("waitsFor", erasure.waitsFor());
            new JsonLines(out()).print(all);
        } else if (erasure.done()) {
            out().println(Person.label(erasure.person()) + " is erased. Backups and logs still hold what they held.");
        } else {
            out().println("Nothing new is planned for " + Person.label(erasure.person()) + ", but nothing is erased yet: the data goes once change "
                    + erasure.waitsFor().stream().map(String::valueOf).collect(Collectors.joining(", ")) + " is settled, by accolade run or by the next accolade plan. See what it waits for: accolade why " + Person.label(erasure.person()));
        }
        out().flush();
    }
}
