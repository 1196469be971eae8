package dev.accolade.app;

import dev.accolade.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** From settings to what Camel is started with. */
final class CamelProperties {

    private CamelProperties() {}

    /** @throws IllegalStateException when there is no route to load */
    static Map<String, String> of(Settings settings, boolean serving) {
        Path routes = settings.resolve("accolade.routes");
        if (!anyRoute(routes)) {
            throw new IllegalStateException("There is no route in " + routes + ". Nothing was started; put the files of routes/ there, or name their folder with accolade.routes.");
        }
        Map<String, String> properties = new TreeMap<>(settings.camel());
        properties.put("camel.main.name", "accolade");
        properties.put("camel.main.routesIncludePattern", "file:" + routes + "/*.camel.yaml");
        properties.put("camel.main.autoConfigurationLogSummary", "false");
        properties.put("camel.main.startupSummaryLevel", "Off");
        properties.put("camel.main.shutdownTimeout", "20");
        properties.put("camel.component.seda.defaultPollTimeout", "50"); // each of its consumers holds up the end for as long, one after another
        if (serving) {
            properties.put("camel.server.enabled", "true");
            properties.put("camel.server.host", settings.program().text("accolade.http.host"));
            properties.put("camel.server.port", settings.program().text("accolade.http.port"));
            properties.put("camel.server.maxBodySize", Long.toString(64 * 1024 + 1));
        }
        return properties;
    }

    private static boolean anyRoute(Path routes) {
        try (Stream<Path> files = Files.isDirectory(routes) ? Files.list(routes) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".camel.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The folder " + routes + " cannot be read. Nothing was started.", unreadable);
        }
    }
}
