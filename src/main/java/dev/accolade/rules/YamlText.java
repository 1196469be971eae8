package dev.accolade.rules;

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

/** One file that is read whole or not at all: its mistakes are collected, each with the place where it stands. */
final class YamlText {

    private final String file;
    private final List<RuleProblem> problems = new ArrayList<>();

    YamlText(String file) {
        this.file = file;
    }

    /** The mapping at its top; empty, and reported, when there is none. @param needs what an empty file lacks */
    Optional<YamlMap> root(String text, String needs) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (root.isEmpty()) {
                problems.add(new RuleProblem(file, 1, 1, "The file is empty; it needs " + needs + "."));
            }
            return root.flatMap(node -> YamlMap.of(node, "The file", this::report));
        } catch (MarkedYamlEngineException notYaml) {
            Mark mark = notYaml.getProblemMark().orElse(null);
            problems.add(new RuleProblem(file, mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1,
                    "This is not YAML: " + notYaml.getProblem() + "."));
        } catch (YamlEngineException notYaml) {
            problems.add(new RuleProblem(file, 1, 1, "This is not YAML: " + notYaml.getMessage() + "."));
        }
        return Optional.empty();
    }

    /** Only version 1 is known. */
    void version(YamlMap root, String what) {
        root.requiredText("version", what).filter(version -> !version.equals("1"))
                .ifPresent(version -> report(root.get("version").orElseThrow(), "Version " + version + " is not known; this program reads version 1."));
    }

    void report(Node node, String message) {
        Mark mark = node.getStartMark().orElse(null);
        problems.add(new RuleProblem(file, line(node), mark == null ? 1 : mark.getColumn() + 1, message));
    }

    /** 1-based. */
    int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** In the order in which they stand, each once; empty when all is well. */
    List<RuleProblem> problems() {
        return problems.stream().sorted(Comparator.comparingInt(RuleProblem::line).thenComparingInt(RuleProblem::column)).distinct().toList();
    }
}
