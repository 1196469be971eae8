package dev.accolade.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * Everything that is configured, checked.
 *
 * @param home    what relative paths are relative to
 * @param program of the program as a whole, by whole key
 * @param sources by name, in name order
 * @param targets by name, in name order
 * @param camel   keys that begin with {@code camel.}, passed on to Camel as they are
 */
public record Settings(Path home, Values program, Map<String, Service> sources, Map<String, Service> targets, Map<String, String> camel) {

    /** The file below home that is read when no other is named. */
    public static final String FILE = "config/application.properties";

    /**
     * @param environment value of an environment variable, null when it is not set
     * @throws SettingsException naming every setting that is missing or wrong
     */
    public static Settings read(Path home, Path file, Function<String, String> environment) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingsException(file.toString(), List.of("the file cannot be read (" + unreadable.getClass().getSimpleName() + "); write one, as docs/configuration.md shows"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return of(home, file.toString(), values, environment);
    }

    /**
     * @param file for messages
     * @throws SettingsException naming every setting that is missing or wrong
     */
    public static Settings of(Path home, String file, Map<String, String> values, Function<String, String> environment) {
        return new SettingsReader(home, values, environment).read(file);
    }

    public Path resolve(String programKey) {
        return file(program.text(programKey));
    }

    /** A path as people write it: {@code ~/} is the user's home, a relative one begins in Accolade's. */
    public Path file(String written) {
        return home.resolve(written.startsWith("~/") ? System.getProperty("user.home") + written.substring(1) : written);
    }

    /** Without the values that are passed on to Camel, some of which are secrets. */
    @Override
    public String toString() {
        return "settings of " + home + ": " + program + ", sources " + sources.values() + ", targets " + targets.values() + ", " + camel.keySet();
    }

    /** A source, by name; empty when none is named so. */
    public Optional<Service> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    public Optional<Service> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }
}
