package dev.accolade.cli.demo;

import dev.accolade.cli.WrongUse;
import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxServices;
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
import java.util.stream.Stream;

/** The configuration as it comes, with the sandbox's addresses where the environment may give some, and a ledger of its own. */
final class DemoSettings {

    private static final Map<String, String> ADDRESSES = Map.of("FAS_URL", "fas", "CAVE_URL", "cave", "CLOUDSPOT_URL", "cloudspot", "BADGR_URL", "badgr",
            "LEARNING_LOCKER_URL", "learning-locker");

    private DemoSettings() {}

    /**
     * @param folder for the ledger and its key
     * @throws WrongUse when the file would have the demo talk to anything but the sandbox
     */
    static Settings of(Path home, Path file, Path folder, Sandbox sandbox, int port) {
        Map<String, String> values = new LinkedHashMap<>(read(home, file));
        values.put("accolade.ledger", folder.resolve("ledger.db").toString());
        values.put("accolade.key-file", folder.resolve("accolade.key").toString());
        values.put("accolade.http.host", "127.0.0.1");
        values.put("accolade.http.port", Integer.toString(port));
        Function<String, String> environment = name -> Optional.ofNullable(ADDRESSES.get(name)).map(service -> SandboxServices.address(sandbox, service)).orElse(null);
        Settings settings = Settings.of(home, file.toString(), values, environment);
        List<String> elsewhere = Stream.concat(settings.sources().values().stream(), settings.targets().values().stream())
                .filter(service -> !service.text("url").startsWith(sandbox.address() + "/")).map(Service::name).toList();
        if (!elsewhere.isEmpty()) {
            throw new WrongUse("The demo works on the sandbox alone, but in " + file + " the addresses of " + elsewhere
                    + " are not taken from the environment as they were at first. Nothing was started. Name a file as it came with Accolade: --config FILE");
        }
        return settings;
    }

    /** Also reports a missing file the way every other command does. */
    private static Map<String, String> read(Path home, Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            Settings.read(home, file, name -> null);
        }
        Map<String, String> values = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(name -> values.put(name, properties.getProperty(name).strip()));
        return values;
    }
}
