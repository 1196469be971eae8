package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.app.Services;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.cave.CaveConstants;
import dev.accolade.service.cave.CaveTokenSaved;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade token save}. */
@Command(name = "save", description = {"Keeps a token that you have: for CAVE in the token files that its other clients read too, for Cloudspot sealed in the ledger.",
    "The token is asked for, or read from standard input. The next start uses it."})
final class TokenSaveCommand extends TokenAction {

    @Option(names = "--token-stdin", description = "Read the token from standard input, up to the end of the first line, instead of asking for it.")
    boolean fromInput;

    @Option(names = "--overwrite", description = "Replace another token that is kept under the same key.")
    boolean overwrite;

    @Override
    public Integer call() {
        Settings settings = settings();
        Service service = service(settings);
        return switch (service.type()) {
            case "cave" -> intoFiles(settings, service);
            case "cloudspot" -> intoLedger(settings);
            default -> throw new WrongUse(name + " is let in by what " + configFile() + " names, not by a token that can be kept. Put it there; see: accolade token setup " + name);
        };
    }

    private int intoFiles(Settings settings, Service service) {
        if (service.optional("token-folder").isEmpty()) {
            throw new WrongUse("The setting source." + name + ".token-folder is not set, so no token file would be read. Set it, usually to ~/.cloudvolume/secrets, "
                    + "and take out source." + name + ".token.");
        }
        String token = token();
        try (Services services = new Services(settings)) {
            print(services.ask(service, "saveToken?overwrite=" + overwrite, Map.of(CaveConstants.TOKEN, token), CaveTokenSaved.class));
        }
        return ExitCode.OK;
    }

    private void print(CaveTokenSaved saved) {
        if (isJson()) {
            new JsonLines(out()).print(Map.of("written", saved.written(), "same", saved.same(), "skipped", saved.skipped()));
            return;
        }
        saved.written().forEach(file -> out().println("The token is kept in " + file + ", readable by you alone."));
        saved.same().forEach(file -> out().println(file + " held it already."));
        saved.skipped().forEach(file -> out().println(file + " cannot be written to and stays as it is."));
        out().flush();
    }

    private int intoLedger(Settings settings) {
        String token = token();
        try (Accolade accolade = open(settings)) {
            Enrolment.Enrolled enrolled = new Enrolment(accolade, name).enrolByToken(token);
            if (isJson()) {
                new JsonLines(out()).print(Map.of("source", name, "account", enrolled.id(), "username", enrolled.username()));
            } else {
                out().println("The token is that of " + enrolled.username() + ", enrolled in " + name + " (" + enrolled.id() + ").");
            }
        }
        return ExitCode.OK;
    }

    private String token() {
        return new SecretInput("token", "--token-stdin").read(fromInput, surroundings().in()).strip();
    }
}
