package dev.accolade.rules;

import dev.accolade.rules.Identities.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/identities.yaml} whole or not at all, with every mistake in one go. A file that is not there says nothing. */
public final class IdentityFile {

    private IdentityFile() {}

    /** @throws RuleFileException with every mistake, also when there is a file that cannot be read */
    public static Identities read(Path path, KnownNames known) {
        if (!Files.exists(path)) {
            return Identities.NONE;
        }
        try {
            return parse(path.toString(), Files.readString(path), known);
        } catch (IOException unreadable) {
            throw new RuleFileException("identities", List.of(new RuleProblem(path.toString(), 1, 1,
                    "The file cannot be read (" + unreadable.getClass().getSimpleName() + "). Make it readable, take it away, or name another with accolade.identities.")));
        }
    }

    /** @throws RuleFileException with every mistake */
    public static Identities parse(String file, String text, KnownNames known) {
        YamlText reading = new YamlText(file);
        Optional<Identities> read = reading.root(text, "'version: 1'").map(root -> identities(file, root, reading, known.sources().keySet()));
        if (!reading.problems().isEmpty()) {
            throw new RuleFileException("identities", reading.problems());
        }
        return read.orElse(Identities.NONE);
    }

    private static Identities identities(String file, YamlMap root, YamlText reading, Set<String> sources) {
        root.only("an identities file", List.of("version", "links", "separations", "groups"));
        reading.version(root, "An identities file");
        MemberLists lists = new MemberLists(file, reading, sources);
        List<Declared> links = lists.links(root);
        List<Declared> separations = lists.separations(root);
        return new Identities(links, separations, groups(root, reading, sources));
    }

    private static Map<String, Map<String, String>> groups(YamlMap root, YamlText reading, Set<String> sources) {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        root.map("groups").ifPresent(bySource -> bySource.names().forEach(source -> {
            MemberLists.knownSource(bySource.nameNode(source), source, sources, reading);
            bySource.map(source).ifPresent(names -> {
                Map<String, String> now = new LinkedHashMap<>();
                names.names().forEach(old -> names.text(old).ifPresent(text -> now.put(old, text)));
                now.keySet().stream().filter(name -> runsInCircles(name, now)).forEach(name -> reading.report(names.nameNode(name),
                        "'" + name + "' leads back to itself; a group is called something now, and that is another name or an id."));
                groups.put(source, Map.copyOf(now));
            });
        }));
        return groups;
    }

    private static boolean runsInCircles(String name, Map<String, String> now) {
        String at = now.get(name);
        for (int steps = 0; at != null && steps <= now.size(); steps++) {
            if (at.equals(name)) {
                return true;
            }
            at = now.get(at);
        }
        return false;
    }
}
