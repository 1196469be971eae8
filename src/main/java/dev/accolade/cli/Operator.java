package dev.accolade.cli;

import dev.accolade.ledger.view.Masked;
import picocli.CommandLine.Option;

/** Who does it; kept in the history. */
final class Operator {

    @Option(names = "--by", paramLabel = "NAME", description = "Who does it; kept in the history (default: the user of the operating system).")
    String name;

    /** @throws WrongUse when the name is empty */
    String by() {
        String by = name == null ? System.getProperty("user.name", "") : name;
        if (by.isBlank()) {
            throw new WrongUse("--by is empty. The history needs the name of who does it. Nothing was changed.");
        }
        return onOneLine("--by", by);
    }

    /** @throws WrongUse when the text could look like another row of the history, or make a terminal do something */
    static String onOneLine(String option, String text) {
        if (!Masked.isOneLine(text)) {
            throw new WrongUse(option + " holds a line end or another character that cannot be seen. Nothing was changed. Write it in one line of text.");
        }
        return text;
    }
}
