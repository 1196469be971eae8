package dev.accolade.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Starts victims. Most of what one costs is loading classes, so they are kept in an archive that all share (class data sharing, which takes
 * jars only, no folders of classes).
 */
final class Victims {

    private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-Xlog:disable", "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");

    private final String classPath;
    private final Path archive;

    /** @param folder an empty one, kept for as long as victims are started */
    Victims(Path folder) throws IOException, InterruptedException {
        this.classPath = jars(folder);
        this.archive = folder.resolve("victims.jsa");
        Path trial = Files.createDirectory(folder.resolve("trial"));
        try (Town town = new Town(trial, 3)) {
            Process whole = start("-XX:ArchiveClassesAtExit=" + archive, town, trial.resolve("log"), List.of());
            if (whole.waitFor() != 0) {
                throw new IllegalStateException("A victim that nobody killed failed:\n" + Files.readString(trial.resolve("log")));
            }
        }
    }

    /** @param trap step, place and which hit; empty when it shall not kill itself */
    Process start(Town town, Path log, List<String> trap) throws IOException {
        return start("-XX:SharedArchiveFile=" + archive, town, log, trap);
    }

    private Process start(String sharing, Town town, Path log, List<String> trap) throws IOException {
        List<String> command = new ArrayList<>(JAVA);
        Duration ahead = town.clock.ahead();
        command.addAll(List.of(sharing, "-cp", classPath, Victim.class.getName(), town.settings.toString(), ahead.toString()));
        command.addAll(trap);
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String jars(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator)) {
            Path path = Path.of(entry);
            entries.add(Files.isDirectory(path) ? jar(path, folder.resolve("classes-" + entries.size() + ".jar")).toString() : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    /** With entries for folders, because Flyway looks for one. */
    private static Path jar(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path file : files.filter(one -> !one.equals(classes)).toList()) {
                boolean isFolder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/') + (isFolder ? "/" : "")));
                if (!isFolder) {
                    Files.copy(file, out);
                }
            }
        }
        return jar;
    }
}
