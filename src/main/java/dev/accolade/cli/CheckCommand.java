package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Settings;
import dev.accolade.ledger.LedgerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code accolade check}. */
@Command(name = "check", description = {"Checks settings, rules, ledger and routes, and asks every service whether it takes the credentials. Changes nothing.",
    "One line each; ends with 1 when something is wrong, and with 64 when it is in the settings or the rules."})
final class CheckCommand extends Action {

    @Override
    public Integer call() {
        Settings settings = settings();
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("settings", configFile() + ": " + settings.sources().size() + " sources, " + settings.targets().size() + " targets"));
        try (Accolade accolade = open(settings)) {
            findings.add(Finding.good("rules", settings.resolve("accolade.rules") + ": " + accolade.rules().get().rules().size() + " rules"));
            findings.add(ledger(accolade));
            findings.add(Finding.good("routes", settings.resolve("accolade.routes") + ": " + accolade.context().getRoutesSize() + " routes run"));
            findings.addAll(new Connections(accolade).findings());
        }
        print(findings);
        return findings.stream().allMatch(Finding::ok) ? ExitCode.OK : ExitCode.FAILED;
    }

    private static Finding ledger(Accolade accolade) {
        try {
            accolade.ledger().database().inspect();
            return Finding.good("ledger", accolade.settings().resolve("accolade.ledger").toString());
        } catch (LedgerException damaged) {
            return Finding.bad("ledger", damaged.getMessage());
        }
    }

    private void print(List<Finding> findings) {
        if (isJson()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("ok", findings.stream().allMatch(Finding::ok));
            all.put("checks", findings);
            new JsonLines(out()).print(all);
            return;
        }
        findings.forEach(one -> out().printf("%-5s %-18s %s%n", one.ok() ? "OK" : "WRONG", one.what(), one.detail()));
        out().flush();
    }
}
