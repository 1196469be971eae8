package dev.accolade.cli;

import dev.accolade.app.Services;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.cave.CaveInstructions;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade token setup}. */
@Command(name = "setup", description = {"Says how to get what a service lets Accolade in with, and where to put it.",
    "CAVE shows tokens in a browser alone: its page is named, and opened with --open."})
final class TokenSetupCommand extends TokenAction {

    @Option(names = "--open", description = "Open the page in a browser, where there is one.")
    boolean open;

    @Override
    public Integer call() {
        Settings settings = settings();
        Service service = service(settings);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("text", service.type().equals("cave") ? fromCave(settings, service, said) : steps(service));
        if (isJson()) {
            new JsonLines(out()).print(said);
        } else {
            out().println(said.get("text"));
        }
        return ExitCode.OK;
    }

    private String fromCave(Settings settings, Service service, Map<String, Object> said) {
        try (Services services = new Services(settings)) {
            CaveInstructions instructions = services.ask(service, "setupToken?open=" + open, Map.of(), CaveInstructions.class);
            said.put("page", instructions.page());
            said.put("opened", instructions.opened());
            return instructions.text() + "\nThen: accolade token save " + name;
        }
    }

    private String steps(Service service) {
        String prefix = service.type().equals("badgr") || service.type().equals("learning-locker") ? "target." + name : "source." + name;
        return switch (service.type()) {
            case "fas" -> "1. Make an account for Accolade in FAS and accept its agreement; membership in 'accounts' lets it see every column.\n"
                    + "2. Set " + prefix + ".username, and " + prefix + ".password={{secretfile:...}} in " + configFile() + ".\n3. accolade token login " + name;
            case "cloudspot" -> "1. Set " + prefix + ".application-id in " + configFile() + ".\n"
                    + "2. For each account: accolade token login " + name + " --username EMAIL (or let the webhook enrol those who are new).\n3. accolade token list";
            case "badgr" -> "1. Make a user for Accolade in Badgr, verify its address, and make it editor of each issuer.\n"
                    + "2. Set " + prefix + ".username, and " + prefix + ".password={{secretfile:...}} in " + configFile() + ".\n3. accolade token login " + name;
            default -> "1. In Learning Locker, make a client with the scope 'all' in the organisation whose stores Accolade keeps.\n"
                    + "2. Set " + prefix + ".key, and " + prefix + ".secret={{secretfile:...}} in " + configFile() + ".\n3. accolade token login " + name;
        };
    }
}
