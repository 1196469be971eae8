package dev.accolade.cli;

import dev.accolade.config.SettingsException;
import dev.accolade.rules.RuleFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** From an exception to a message and an exit code. */
final class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private Mishaps() {}

    static int handle(Exception thrown, CommandLine line, ParseResult parsed) {
        line.getErr().println("accolade: " + message(thrown));
        line.getErr().flush();
        LOG.debug("This is where it happened.", thrown);
        return isUsage(thrown) ? ExitCode.USAGE : ExitCode.FAILED;
    }

    static int wrongUse(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("accolade: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, line.getErr());
        line.getErr().println("See: " + line.getCommandSpec().qualifiedName() + " --help");
        line.getErr().flush();
        return ExitCode.USAGE;
    }

    static boolean isUsage(Throwable thrown) {
        return thrown instanceof WrongUse || thrown instanceof SettingsException || thrown instanceof RuleFileException;
    }

    /** Camel wraps what happened, sometimes more than once; what it wraps says it best. */
    static String message(Throwable thrown) {
        Throwable said = thrown;
        while (said.getCause() != null && isWrapper(said)) {
            said = said.getCause();
        }
        return said.getMessage() == null ? said.getClass().getSimpleName() + ". Set ACCOLADE_LOG=DEBUG to see where it happened." : said.getMessage();
    }

    private static boolean isWrapper(Throwable one) {
        return one.getClass().getName().startsWith("org.apache.camel.") || one.getMessage() == null || one.getMessage().equals(one.getCause().toString());
    }
}
