package dev.accolade.app;

import dev.accolade.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;

/** A process that reads, plans and pushes once; started by tests that kill it. The only argument is the settings file. */
final class SyncProcess {

    private SyncProcess() {}

    /** Starts one on what this world's settings say; its log is kept beside them. */
    static Process start(World world, Path folder) {
        try {
            Path file = Files.createTempFile(folder, "process", ".properties");
            Properties properties = new Properties();
            properties.putAll(world.settings);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                    SyncProcess.class.getName(), file.toString()).redirectErrorStream(true).redirectOutput(Path.of(file + ".log").toFile()).start();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        try (Accolade accolade = Accolade.start(Settings.read(file.getParent(), file, System::getenv), Accolade.Mode.COMMAND, Clock.systemUTC())) {
            World.sync(accolade);
        }
    }
}
