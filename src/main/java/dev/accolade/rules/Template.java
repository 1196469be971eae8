package dev.accolade.rules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with variables, as in <code>Member of ${scope.name}</code>.
 *
 * @param text as written; every variable in it is one of {@link #VARIABLES}
 */
public record Template(String text) {

    /** What a template may name. */
    public static final List<String> VARIABLES =
            List.of("member.id", "member.name", "member.username", "person.email", "right", "rule.title", "scope.id", "scope.name");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    public Template {
        requireNonNull(text, "text is null");
    }

    /** Names in the text that are no variable. */
    static List<String> unknownVariables(String text) {
        return VARIABLE.matcher(text).results().map(result -> result.group(1).strip()).filter(name -> !VARIABLES.contains(name)).toList();
    }

    static boolean everyVariableEnds(String text) {
        return !VARIABLE.matcher(text).replaceAll("").contains("${");
    }

    /** The text with its variables filled in; empty when one of them has no value. */
    public Optional<String> filled(Map<String, String> values) {
        Matcher variables = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (variables.find()) {
            String value = values.get(variables.group(1).strip());
            if (value == null) {
                return Optional.empty();
            }
            variables.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(variables.appendTail(filled).toString());
    }
}
