package dev.accolade.app;

import dev.accolade.config.Settings;
import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.SandboxCredentials;
import dev.accolade.sandbox.badgr.BadgrStandIn;
import dev.accolade.sandbox.cave.CaveStandIn;
import dev.accolade.sandbox.cloudspot.CloudspotStandIn;
import dev.accolade.sandbox.community.Community;
import dev.accolade.sandbox.fas.FasStandIn;
import dev.accolade.sandbox.learninglocker.LearningLockerStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sandbox with the sample community, and the settings of an Accolade that works on it. */
final class World implements AutoCloseable {

    final Sandbox sandbox;
    final Map<String, String> settings = new LinkedHashMap<>();
    private final Path folder;

    World(Path folder) {
        this.folder = folder;
        this.sandbox = Sandbox.start("127.0.0.1", 0,
                List.of(new FasStandIn(), new CaveStandIn(), new CloudspotStandIn(), new BadgrStandIn(), new LearningLockerStandIn()));
        Community community = Community.sample();
        Community.SERVICES.forEach(service -> sandbox.load(service, community.seed(service)));
        settings.put("accolade.ledger", folder.resolve("ledger.db").toString());
        settings.put("accolade.key-file", folder.resolve("key").toString());
        settings.put("accolade.rules", folder.resolve("rules.yaml").toString());
        settings.put("accolade.routes", Path.of("routes").toAbsolutePath().toString());
        settings.put("accolade.http.port", "0");
        service("source.fedora", "fas", "fas", Map.of("username", SandboxCredentials.FAS_USERNAME, "password", SandboxCredentials.FAS_PASSWORD));
        service("source.reef", "cave", "cave", Map.of("token", SandboxCredentials.CAVE_TOKEN));
        service("source.academy", "cloudspot", "cloudspot", Map.of("application-id", SandboxCredentials.CLOUDSPOT_APPLICATION));
        service("target.badges", "badgr", "badgr", Map.of("username", SandboxCredentials.BADGR_USERNAME, "password", SandboxCredentials.BADGR_PASSWORD));
        service("target.lrs", "learning-locker", "learning-locker",
                Map.of("key", SandboxCredentials.LEARNING_LOCKER_KEY, "secret", SandboxCredentials.LEARNING_LOCKER_SECRET));
        service("target.club", "badgr", "badgr", Map.of("username", SandboxCredentials.BADGR_USERNAME, "password", SandboxCredentials.BADGR_PASSWORD));
        service("source.old-fedora", "fas", "fas", Map.of("username", SandboxCredentials.FAS_USERNAME, "password", SandboxCredentials.FAS_PASSWORD));
        try {
            rules(Files.readString(Path.of("config/rules.yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private void service(String prefix, String type, String standIn, Map<String, String> more) {
        settings.put(prefix + ".type", type);
        String base = sandbox.base(standIn);
        settings.put(prefix + ".url", type.equals("learning-locker") ? base + "/api" : base);
        more.forEach((name, value) -> settings.put(prefix + "." + name, value));
    }

    void rules(String yaml) {
        try {
            Files.writeString(folder.resolve("rules.yaml"), yaml);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Settings read() {
        return Settings.of(folder, "test", settings, name -> null);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
