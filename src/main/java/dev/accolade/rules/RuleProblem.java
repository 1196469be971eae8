package dev.accolade.rules;

/**
 * One mistake in a rules file.
 *
 * @param line   1-based
 * @param column 1-based
 */
public record RuleProblem(String file, int line, int column, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
