package dev.accolade.cli;

import dev.accolade.app.Ledger;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.ledger.view.EnrolledAccount;
import dev.accolade.ledger.view.Status;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code accolade token list}. */
@Command(name = "list", description = {"Lists what each source and target is logged in with, where that comes from, and the enrolled accounts.",
    "Asks no service and shows no secret; accolade check finds out whether they are accepted."})
final class TokenListCommand extends Action {

    /** What a connection shows a service. */
    record Login(String name, String type, String kind, String from) {

        static Login of(Service service) {
            return switch (service.type()) {
                case "fas" -> new Login(service.name(), "fas", "session of " + service.text("username"), "password");
                case "cave" -> new Login(service.name(), "cave", "API token", service.optional("token").map(set -> "token").orElse("token-folder"));
                case "cloudspot" -> new Login(service.name(), "cloudspot", "a token for each account", "the ledger, sealed");
                case "badgr" -> new Login(service.name(), "badgr", "OAuth2 access token of " + service.text("username"), "password");
                default -> new Login(service.name(), service.type(), "key and secret of a client", "secret");
            };
        }
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        List<Login> logins = Stream.concat(settings.sources().values().stream(), settings.targets().values().stream()).map(Login::of).toList();
        List<EnrolledAccount> accounts = accounts(settings);
        if (isJson()) {
            new JsonLines(out()).print(Map.of("logins", logins, "accounts", accounts));
            return ExitCode.OK;
        }
        logins.forEach(one -> out().printf("%-12s %-16s %-44s from %s%n", one.name(), one.type(), one.kind(), one.from()));
        accounts.forEach(one -> out().printf("%-12s %-16s %-44s %s%n", one.source(), "account " + one.id(), one.username(), state(one)));
        out().flush();
        return ExitCode.OK;
    }

    private List<EnrolledAccount> accounts(Settings settings) {
        if (!Files.exists(settings.resolve("accolade.ledger"))) {
            return List.of();
        }
        try (Ledger ledger = openLedger()) {
            return new Status(ledger.database()).enrolled();
        }
    }

    private static String state(EnrolledAccount account) {
        return account.refusedSince().map(since -> "refused since " + since + "; log it in again").orElse(account.verified() ? "accepted when last asked" : "not asked yet");
    }
}
