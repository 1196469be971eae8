package dev.accolade.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code accolade token}. */
@Command(name = "token", description = "Shows, obtains and keeps what lets Accolade in to its services.",
        subcommands = {TokenListCommand.class, TokenLoginCommand.class, TokenHeaderCommand.class, TokenSaveCommand.class, TokenSetupCommand.class})
final class TokenCommand extends Action {

    @Override
    public Integer call() {
        throw new ParameterException(spec().commandLine(), "Say what to do: accolade token list, login, show-header, save or setup.");
    }
}
