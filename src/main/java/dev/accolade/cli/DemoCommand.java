package dev.accolade.cli;

import dev.accolade.cli.demo.Demo;
import dev.accolade.cli.demo.JsonTelling;
import dev.accolade.cli.demo.Telling;
import dev.accolade.cli.demo.TextTelling;
import dev.accolade.cli.view.JsonLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accolade demo}. */
@Command(name = "demo", description = {"Does the main job in front of your eyes, on a sandbox of its own with about eighty people; nothing real is touched.",
    "Uses config/ and routes/ as they are here, with the sandbox's addresses. Keeps running with the dashboard until Ctrl-C."})
final class DemoCommand extends Action {

    @Option(names = "--once", description = "End after the story.")
    boolean once;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Port of the dashboard (default: ${DEFAULT-VALUE}, or a free one if that is taken).")
    int port;

    @Override
    public Integer call() {
        Telling telling = isJson() ? new JsonTelling(new JsonLines(out())) : new TextTelling(out(), surroundings().terminal());
        try (UntilStopped stopped = new UntilStopped(); Demo demo = Demo.start(home(), configFile(), once ? 0 : port, surroundings().clock(), telling)) {
            boolean good = demo.tell();
            if (!once) {
                telling.staysUp(demo.dashboard());
                stopped.await();
            }
            return good ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}
