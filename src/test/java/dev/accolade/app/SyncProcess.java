package dev.accolade.app;

import dev.accolade.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A process that reads, plans and pushes once; started by tests that kill it. The only argument is the settings file. */
final class SyncProcess {

    private static final String HUNGRY = "hungry";
    private static final String SERVING = "serving";

    private SyncProcess() {}

    /** Starts one on what this world's settings say; its log is kept beside them. */
    static Process start(World world, Path folder) {
        return start(world, folder, "all");
    }

    /** Starts one that takes all memory there is as soon as it has begun to push. */
    static Process startHungry(World world, Path folder) {
        return start(world, folder, HUNGRY);
    }

    /** Starts one that serves: it takes events, follows hints and pushes, until it is killed. */
    static Process startServing(World world, Path folder) {
        return start(world, folder, SERVING);
    }

    private static Process start(World world, Path folder, String how) {
        try {
            Path file = Files.createTempFile(folder, "process", ".properties");
            Properties properties = new Properties();
            properties.putAll(world.settings);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                    SyncProcess.class.getName(), file.toString(), how).redirectErrorStream(true).redirectOutput(Path.of(file + ".log").toFile()).start();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        if (arguments[1].equals(SERVING)) {
            Accolade.start(Settings.read(file.getParent(), file, System::getenv), Accolade.Mode.SERVE, Clock.systemUTC());
            return;
        }
        try (Accolade accolade = Accolade.start(Settings.read(file.getParent(), file, System::getenv), Accolade.Mode.COMMAND, Clock.systemUTC())) {
            accolade.pullAll();
            accolade.reconcile();
            if (arguments[1].equals(HUNGRY)) {
                new Thread(() -> eat(accolade), "hungry").start();
            }
            accolade.push();
        }
    }

    /** A worker that wants more than there is, once some changes are under way. */
    private static void eat(Accolade accolade) {
        while (accolade.ledger().database().<Integer>read(handle -> handle.createQuery("select count(*) from change where state = 'DONE'").mapTo(Integer.class).one()) == 0) {
            Thread.onSpinWait();
        }
        List<byte[]> eaten = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            eaten.add(new byte[8 << 20]);
        }
    }
}
