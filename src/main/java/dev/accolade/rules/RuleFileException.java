package dev.accolade.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A file of rules or identities with mistakes, all of them at once. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    public RuleFileException(List<RuleProblem> problems) {
        this("rules", problems);
    }

    /** @param what was not loaded, in the plural */
    public RuleFileException(String what, List<RuleProblem> problems) {
        super("The " + what + " were not loaded; " + (problems.size() == 1 ? "one mistake" : problems.size() + " mistakes") + " to mend:\n"
                + problems.stream().map(problem -> "  " + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
