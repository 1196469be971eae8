package dev.accolade.cli;

import dev.accolade.app.Accolade;
import dev.accolade.cli.view.JsonLines;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code accolade run}. */
@Command(name = "run", description = {"Reads the sources on their schedules and when events arrive, and keeps the targets as the rules say, until Ctrl-C.",
    "Reads everything once at the start, without waiting for the first schedule."})
final class RunCommand extends Action {

    @Override
    public Integer call() {
        Settings settings = settings();
        try (UntilStopped stopped = new UntilStopped(); Accolade accolade = Accolade.start(settings, Accolade.Mode.SERVE, surroundings().clock())) {
            print(settings);
            Thread first = new Thread(() -> firstRound(accolade, stopped), "first-round");
            first.setDaemon(true);
            first.start();
            stopped.await();
        }
        return ExitCode.OK;
    }

    /** A stop in the middle of it is no failure: what was not sealed is read again. */
    private void firstRound(Accolade accolade, UntilStopped stopped) {
        try {
            accolade.pullAll();
            accolade.reconcile("start");
            accolade.push();
        } catch (RuntimeException failed) {
            if (!stopped.isAsked()) {
                err().println("accolade: The first round failed and is taken up again at the next schedule. " + Mishaps.message(failed));
            }
        }
    }

    private void print(Settings settings) {
        String address = "http://" + settings.program().text("accolade.http.host") + ":" + settings.program().text("accolade.http.port") + "/";
        if (isJson()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("dashboard", address);
            all.put("sources", settings.sources().values().stream().map(one -> described(one, "schedule")).toList());
            all.put("targets", settings.targets().values().stream().map(one -> described(one, "url")).toList());
            new JsonLines(out()).print(all);
            return;
        }
        out().println("Accolade runs. Dashboard: " + address);
        settings.sources().values().forEach(one -> out().printf("  source %-12s %-16s %s, schedule %s%n", one.name(), one.type(), one.text("url"), one.text("schedule")));
        settings.targets().values().forEach(one -> out().printf("  target %-12s %-16s %s%n", one.name(), one.type(), one.text("url")));
        events(settings).forEach(line -> out().println("  " + line));
        out().println("Ctrl-C ends it.");
        out().flush();
    }

    private static Map<String, String> described(Service service, String more) {
        Map<String, String> described = new LinkedHashMap<>();
        for (String name : List.of("type", "url", more)) {
            described.put(name, service.text(name));
        }
        described.put("name", service.name());
        return described;
    }

    /** The webhook's path is as good as a password, so it is not shown. */
    private static List<String> events(Settings settings) {
        return settings.sources().values().stream().filter(one -> one.optional("event-secret").isPresent() || one.optional("webhook-path").isPresent())
                .map(one -> "events POST /events/" + one.name() + (one.optional("webhook-path").isPresent() ? "/(webhook-path)" : "")).toList();
    }
}
