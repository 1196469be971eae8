package dev.accolade.bench;

import dev.accolade.app.Accolade;
import dev.accolade.config.Settings;
import dev.accolade.sandbox.SandboxCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings and rules of an Accolade that awards the badge of each group to everybody in it. */
record Installation(Path folder, SandboxProcess sandbox, int concurrency) {

    /** An Accolade on this ledger, with one rule for each of these groups. */
    Accolade start(Path ledger, Collection<String> groups) throws IOException {
        Path rules = folder.resolve("rules-" + ledger.getFileName() + ".yaml");
        Files.writeString(rules, rules(groups));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("accolade.ledger", ledger.toString());
        settings.put("accolade.key-file", folder.resolve("key").toString());
        settings.put("accolade.rules", rules.toString());
        settings.put("accolade.routes", Path.of("routes").toAbsolutePath().toString());
        settings.put("source.fedora.type", "fas");
        settings.put("source.fedora.url", sandbox.base("fas"));
        settings.put("source.fedora.username", SandboxCredentials.FAS_USERNAME);
        settings.put("source.fedora.password", SandboxCredentials.FAS_PASSWORD);
        settings.put("target.badges.type", "badgr");
        settings.put("target.badges.url", sandbox.base("badgr"));
        settings.put("target.badges.username", SandboxCredentials.BADGR_USERNAME);
        settings.put("target.badges.password", SandboxCredentials.BADGR_PASSWORD);
        settings.put("target.badges.concurrency", Integer.toString(concurrency));
        settings.put("target.badges.awards-per-day", "100000000");
        return Accolade.start(Settings.of(folder, "bench", settings, name -> null), Accolade.Mode.COMMAND, Clock.systemUTC());
    }

    private static String rules(Collection<String> groups) {
        StringBuilder yaml = new StringBuilder("version: 1\nrules:\n");
        groups.forEach(group -> yaml.append("""
                  - id: member-of-%1$s
                    when: {source: fedora, group: %1$s}
                    award: {target: badges, issuer: Fedora Project, badge: Member of %1$s, narrative: "Member of ${scope.name}"}
                """.formatted(group)));
        return yaml.toString();
    }
}
