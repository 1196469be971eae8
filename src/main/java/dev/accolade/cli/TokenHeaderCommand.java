package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.app.Services;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.http.Access;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade token show-header}. */
@Command(name = "show-header", description = {"Shows the header that lets requests to a service in; logs in first where there is a login.",
    "For trying the service with another program. The secret in it is shown only with --reveal."})
final class TokenHeaderCommand extends TokenAction {

    @Option(names = "--username", paramLabel = "EMAIL", description = "The account, where each has a token of its own.")
    Optional<String> username;

    @Option(names = "--reveal", description = "Show the secret itself. Whoever sees it can use it.")
    boolean reveal;

    @Override
    public Integer call() {
        Settings settings = settings();
        Service service = service(settings);
        Optional<Access> access = service.type().equals("cloudspot") ? ofAccount(settings) : ofConnection(settings, service);
        if (access.isEmpty()) {
            err().println("accolade: Requests to " + name + " carry nothing that lets them in.");
            return ExitCode.FAILED;
        }
        ShownAccess shown = new ShownAccess(access.get(), reveal);
        if (isJson()) {
            new JsonLines(out()).print(shown.json());
        } else {
            out().println(shown.header());
        }
        return ExitCode.OK;
    }

    private static Optional<Access> ofConnection(Settings settings, Service service) {
        try (Services services = new Services(settings)) {
            return services.access(service);
        }
    }

    private Optional<Access> ofAccount(Settings settings) {
        try (Accolade accolade = open(settings)) {
            return Optional.of(new Access("token of one account", "X-LICENSE-TOKEN", tokenOf(accolade, username), Optional.empty()));
        }
    }
}
