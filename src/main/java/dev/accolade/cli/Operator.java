package dev.accolade.cli;

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
        return by;
    }
}
