package dev.accolade.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rules file with mistakes, all of them at once. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    public RuleFileException(List<RuleProblem> problems) {
        super("The rules were not loaded; " + (problems.size() == 1 ? "one mistake" : problems.size() + " mistakes") + " to mend:\n"
                + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
