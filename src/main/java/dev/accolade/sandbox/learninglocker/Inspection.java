package dev.accolade.sandbox.learninglocker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A value as the server's runtime shows it in an error text: {@code { name: 'Crew 1' }}, broken into lines when it is long. */
final class Inspection {

    private static final int LINE = 60;
    private static final int DEPTH = 2;

    private Inspection() {
    }

    static String of(JsonNode value) {
        return shown(value, 0, 0);
    }

    /** The same, in the double quotes that error texts put around it. */
    static String quoted(JsonNode value) {
        String text = of(value).replaceFirst("^'", "\"").replaceFirst("'$", "\"");
        return text.startsWith("\"") ? text : "\"" + text + "\"";
    }

    private static String shown(JsonNode value, int indent, int depth) {
        if (value.isTextual()) {
            return text(value.textValue().replace("\\", "\\\\").replace("\n", "\\n"));
        }
        if (!value.isContainerNode()) {
            return value.asText();
        }
        if (depth > DEPTH) {
            return value.isArray() ? "[Array]" : "[Object]";
        }
        return value.isArray() ? array(value, indent, depth) : object(value, indent, depth);
    }

    /** In single quotes, or in double ones where that saves escaping. */
    private static String text(String text) {
        return text.contains("'") && !text.contains("\"") ? "\"" + text + "\"" : "'" + text.replace("'", "\\'") + "'";
    }

    private static String array(JsonNode value, int indent, int depth) {
        List<String> parts = new ArrayList<>();
        value.forEach(one -> parts.add(shown(one, indent + 2, depth + 1)));
        return parts.isEmpty() ? "[]" : joined(parts, "[", "]", indent);
    }

    private static String object(JsonNode value, int indent, int depth) {
        List<String> parts = new ArrayList<>();
        value.properties().forEach(one -> parts.add(name(one.getKey()) + ": " + shown(one.getValue(), indent + 2, depth + 1)));
        return parts.isEmpty() ? "{}" : joined(parts, "{", "}", indent);
    }

    private static String name(String key) {
        return key.matches("[A-Za-z_][A-Za-z_0-9]*") ? key : "'" + key.replace("'", "\\'") + "'";
    }

    private static String joined(List<String> parts, String open, String close, int indent) {
        int length = parts.stream().mapToInt(part -> part.length() + 1).sum();
        String between = length <= LINE ? ", " : ",\n" + " ".repeat(indent + 2);
        return open + " " + String.join(between, parts) + " " + close;
    }
}
