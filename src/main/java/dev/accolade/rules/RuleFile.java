package dev.accolade.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a rules file whole or not at all: every mistake is found in one go, and a file with mistakes gives no rule. */
public final class RuleFile {

    private static final RuleBook NOTHING = new RuleBook(List.of(), List.of());

    private final String file;
    private final KnownNames known;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleFile(String file, KnownNames known) {
        this.file = file;
        this.known = known;
    }

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
        RuleFile reading = new RuleFile(file, known);
        RuleBook book = reading.rules(text);
        if (!reading.problems.isEmpty()) {
            throw new RuleFileException(reading.problems.stream()
                    .sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column)).distinct().toList());
        }
        return book;
    }

    private RuleBook rules(String text) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (root.isEmpty()) {
                problems.add(new RuleProblem(file, 1, 1, "The file is empty; it needs 'version: 1' and 'rules:'."));
                return NOTHING;
            }
            return YamlMap.of(root.get(), "The file", this::report).map(this::rules).orElse(NOTHING);
        } catch (MarkedYamlEngineException notYaml) {
            Mark mark = notYaml.getProblemMark().orElse(null);
            problems.add(new RuleProblem(file, mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1,
                    "This is not YAML: " + notYaml.getProblem() + "."));
        } catch (YamlEngineException notYaml) {
            problems.add(new RuleProblem(file, 1, 1, "This is not YAML: " + notYaml.getMessage() + "."));
        }
        return NOTHING;
    }

    private RuleBook rules(YamlMap root) {
        root.only("a rules file", List.of("version", "exclude", "rules"));
        root.requiredText("version", "A rules file").filter(version -> !version.equals("1"))
                .ifPresent(version -> report(root.get("version").orElseThrow(), "Version " + version + " is not known; this program reads version 1."));
        ConditionReader conditions = new ConditionReader(known, this::report, this::line);
        List<Exclusion> exclude = root.get("exclude").map(node -> conditions.exclusions(node, "exclude", Optional.empty())).orElse(List.of());
        List<Rule> rules = new ArrayList<>();
        root.required("rules", "A rules file").ifPresent(list -> {
            if (!(list instanceof SequenceNode sequence)) {
                report(list, "'rules' must be a list.");
                return;
            }
            RuleReader reader = new RuleReader(known, conditions, exclude, this::report, this::line);
            sequence.getValue().forEach(node -> reader.rule(node).ifPresent(rules::add));
        });
        return new RuleBook(rules, exclude);
    }

    private void report(Node node, String message) {
        Mark mark = node.getStartMark().orElse(null);
        problems.add(new RuleProblem(file, line(node), mark == null ? 1 : mark.getColumn() + 1, message));
    }

    private int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
