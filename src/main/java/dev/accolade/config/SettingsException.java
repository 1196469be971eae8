package dev.accolade.config;

import java.util.List;

/** Settings that are missing or wrong, all of them at once. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsException(String file, List<String> problems) {
        super("Nothing was started; " + (problems.size() == 1 ? "one setting" : problems.size() + " settings") + " to mend in " + file + ":\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
