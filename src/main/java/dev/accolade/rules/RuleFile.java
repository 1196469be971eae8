package dev.accolade.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a rules file whole or not at all: every mistake is found in one go, and a file with mistakes gives no rule. */
public final class RuleFile {

    private static final RuleBook NOTHING = new RuleBook(List.of(), List.of());

    private RuleFile() {}

    /** @throws RuleFileException with every mistake, also when the file cannot be read */
    public static RuleBook read(Path path, KnownNames known) {
        try {
            return parse(path.toString(), Files.readString(path), known);
        } catch (IOException unreadable) {
            throw new RuleFileException(List.of(new RuleProblem(path.toString(), 1, 1,
                    "The file cannot be read (" + unreadable.getClass().getSimpleName() + "). Create it, or name another with accolade.rules.")));
        }
    }

    /** @throws RuleFileException with every mistake */
    public static RuleBook parse(String file, String text, KnownNames known) {
        YamlText reading = new YamlText(file);
        RuleBook book = reading.root(text, "'version: 1' and 'rules:'").map(root -> rules(root, reading, known)).orElse(NOTHING);
        if (!reading.problems().isEmpty()) {
            throw new RuleFileException(reading.problems());
        }
        return book;
    }

    private static RuleBook rules(YamlMap root, YamlText reading, KnownNames known) {
        root.only("a rules file", List.of("version", "exclude", "rules"));
        reading.version(root, "A rules file");
        ConditionReader conditions = new ConditionReader(known, reading::report, reading::line);
        List<Exclusion> exclude = root.get("exclude").map(node -> conditions.exclusions(node, "exclude", Optional.empty())).orElse(List.of());
        List<Rule> rules = new ArrayList<>();
        root.required("rules", "A rules file").ifPresent(list -> {
            if (!(list instanceof SequenceNode sequence)) {
                reading.report(list, "'rules' must be a list.");
                return;
            }
            RuleReader reader = new RuleReader(known, conditions, exclude, reading::report, reading::line);
            sequence.getValue().forEach(node -> reader.rule(node).ifPresent(rules::add));
        });
        return new RuleBook(rules, exclude);
    }
}
