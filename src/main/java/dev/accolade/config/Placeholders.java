package dev.accolade.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in <code>{{env:NAME}}</code>, <code>{{env:NAME:default}}</code> and <code>{{secretfile:PATH}}</code>. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]*)}}");

    private final Path home;
    private final Function<String, String> environment;
    private final List<String> problems;

    Placeholders(Path home, Function<String, String> environment, List<String> problems) {
        this.home = home;
        this.environment = environment;
        this.problems = problems;
    }

    String filled(String key, String value) {
        if (PLACEHOLDER.matcher(value).replaceAll("").contains("{{")) {
            problems.add(key + ": a {{ in its value never ends; write {{env:NAME}}, {{env:NAME:default}} or {{secretfile:PATH}}.");
        }
        return PLACEHOLDER.matcher(value).replaceAll(found -> Matcher.quoteReplacement(value(key, found.group(1).strip())));
    }

    private String value(String key, String inside) {
        if (inside.startsWith("env:")) {
            return environment(key, inside.substring(4));
        }
        if (inside.startsWith("secretfile:")) {
            return file(key, inside.substring(11));
        }
        problems.add(key + ": {{" + inside + "}} is not known; write {{env:NAME}}, {{env:NAME:default}} or {{secretfile:PATH}}.");
        return "";
    }

    private String environment(String key, String inside) {
        int colon = inside.indexOf(':');
        String name = colon < 0 ? inside : inside.substring(0, colon);
        String value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (colon < 0) {
            problems.add(key + ": the environment variable " + name + " is not set. Set it before starting, or give a default: {{env:" + name + ":...}}.");
            return "";
        }
        return inside.substring(colon + 1);
    }

    private String file(String key, String path) {
        try {
            return Files.readString(home.resolve(path)).strip();
        } catch (IOException unreadable) {
            problems.add(key + ": the file " + home.resolve(path) + " cannot be read (" + unreadable.getClass().getSimpleName() + "). Put the secret there, readable by this user alone.");
            return "";
        }
    }
}
