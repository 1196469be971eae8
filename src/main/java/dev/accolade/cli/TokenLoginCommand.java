package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Settings;
import dev.accolade.model.Nearest;
import dev.accolade.service.cloudspot.BadCredentials;
import dev.accolade.service.http.ServiceException;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade token login}. */
@Command(name = "login", description = {"Logs an account in to Cloudspot and keeps its token, sealed; the password is used once and kept nowhere.",
    "Cloudspot lists nobody, so only permissions of enrolled accounts are known."})
final class TokenLoginCommand extends Action {

    @Option(names = "--source", paramLabel = "NAME", required = true, description = "A configured source of type cloudspot.")
    String source;

    @Option(names = "--username", paramLabel = "EMAIL", required = true, description = "The account.")
    String username;

    @Option(names = "--password-stdin", description = "Read the password from standard input, up to the end of the first line, instead of asking for it.")
    boolean fromInput;

    @Override
    public Integer call() {
        Settings settings = settings();
        checkSource(settings);
        String password = password();
        try (Accolade accolade = open(settings)) {
            String id = new Enrolment(accolade, source).enrol(username, password);
            if (isJson()) {
                new JsonLines(out()).print(Map.of("source", source, "account", id));
            } else {
                out().println("The account is enrolled in " + source + " (" + id + "). Its permissions are read with the next pull, or now by: accolade sync --source " + source);
            }
            return ExitCode.OK;
        } catch (BadCredentials refused) {
            err().println("accolade: " + source + " does not take this user name with this password, or the account may not use this application. Nothing was kept. "
                    + "Check both, and source." + source + ".application-id, and try again.");
        } catch (ServiceException outage) {
            err().println("accolade: The password could not be checked, and nothing was kept. " + outage.getMessage());
        }
        return ExitCode.FAILED;
    }

    private void checkSource(Settings settings) {
        List<String> possible = settings.sources().values().stream().filter(one -> one.type().equals("cloudspot")).map(one -> one.name()).toList();
        if (!possible.contains(source)) {
            throw new WrongUse("'" + source + "' is no source of type cloudspot; " + Nearest.hint(source, possible) + ".");
        }
    }

    private String password() {
        String password = fromInput ? firstLine() : asked();
        if (password.isEmpty()) {
            throw new WrongUse("The password is empty. Nothing was sent.");
        }
        return password;
    }

    private String firstLine() {
        try {
            return new String(surroundings().in().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Standard input cannot be read. Nothing was sent.", unreadable);
        }
    }

    private static String asked() {
        Console console = System.console();
        if (console == null) {
            throw new WrongUse("There is no terminal to ask for the password on. Give it on standard input: accolade token login --password-stdin ...");
        }
        char[] typed = console.readPassword("Password (not shown): ");
        return typed == null ? "" : new String(typed);
    }
}
