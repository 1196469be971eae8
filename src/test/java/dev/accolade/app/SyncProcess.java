package dev.accolade.app;

import dev.accolade.config.Settings;
import java.nio.file.Path;
import java.time.Clock;

/** A process that reads, plans and pushes once; started by tests that kill it. The only argument is the settings file. */
final class SyncProcess {

    private SyncProcess() {}

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        try (Accolade accolade = Accolade.start(Settings.read(file.getParent(), file, System::getenv), Accolade.Mode.COMMAND, Clock.systemUTC())) {
            World.sync(accolade);
        }
    }
}
