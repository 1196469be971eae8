package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.app.Services;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.cloudspot.BadCredentials;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.ServiceException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade token login}. */
@Command(name = "login", description = {"Logs in to a service with what is configured, and says what that gave and how long it lasts.",
    "For Cloudspot, which lists nobody: logs an account in and keeps its token, sealed; the password is used once and kept nowhere."})
final class TokenLoginCommand extends TokenAction {

    @Option(names = "--username", paramLabel = "EMAIL", description = "The Cloudspot account.")
    Optional<String> username;

    @Option(names = "--password-stdin", description = "Read the account's password from standard input, up to the end of the first line, instead of asking for it.")
    boolean fromInput;

    @Option(names = "--reveal", description = "Show the token itself. Whoever sees it can use it.")
    boolean reveal;

    @Override
    public Integer call() {
        Settings settings = settings();
        Service service = service(settings);
        return service.type().equals("cloudspot") ? enrol(settings) : login(settings, service);
    }

    private int login(Settings settings, Service service) {
        if (username.isPresent() || fromInput) {
            throw new WrongUse(name + " is logged in to with what " + configFile() + " says. --username and --password-stdin are for sources of type cloudspot.");
        }
        try (Services services = new Services(settings)) {
            Optional<Access> access = services.login(service);
            if (isJson()) {
                new JsonLines(out()).print(access.map(one -> new ShownAccess(one, reveal).json()).orElseGet(Map::of));
            } else {
                out().println(access.map(one -> name + " accepts the " + one.kind() + ", " + new ShownAccess(one, reveal).until() + ".\n" + new ShownAccess(one, reveal).header())
                        .orElse(name + " answers, and asks for no login."));
            }
            return ExitCode.OK;
        }
    }

    private int enrol(Settings settings) {
        String account = username.orElseThrow(() -> new WrongUse("Say which account of " + name + ", with --username."));
        String password = new SecretInput("password", "--password-stdin").read(fromInput, surroundings().in());
        try (Accolade accolade = open(settings)) {
            print(new Enrolment(accolade, name).enrol(account, password));
            return ExitCode.OK;
        } catch (BadCredentials refused) {
            err().println("accolade: " + name + " does not take this user name with this password, or the account may not use this application. Nothing was kept. "
                    + "Check both, and source." + name + ".application-id, and try again.");
        } catch (ServiceException outage) {
            err().println("accolade: The password could not be checked, and nothing was kept. " + outage.getMessage());
        }
        return ExitCode.FAILED;
    }

    private void print(String id) {
        if (isJson()) {
            new JsonLines(out()).print(Map.of("source", name, "account", id));
        } else {
            out().println("The account is enrolled in " + name + " (" + id + "). Its permissions are read with the next pull, or now by: accolade sync --source " + name);
        }
    }
}
