package dev.accolade.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code accolade token}. */
@Command(name = "token", description = "Keeps the tokens of accounts whose permissions are read one by one.", subcommands = TokenLoginCommand.class)
final class TokenCommand extends Action {

    @Override
    public Integer call() {
        throw new ParameterException(spec().commandLine(), "Say what to do with a token: accolade token login.");
    }
}
