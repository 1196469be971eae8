package dev.accolade.config;

import dev.accolade.model.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Sorts the lines of the file to what they belong to, and collects what is wrong with them. */
final class SettingsReader {

    private final Path home;
    private final Map<String, String> written;
    private final List<String> problems = new ArrayList<>();
    private final Placeholders placeholders;

    SettingsReader(Path home, Map<String, String> written, Function<String, String> environment) {
        this.home = home;
        this.written = written;
        this.placeholders = new Placeholders(home, environment, problems);
    }

    Settings read(String file) {
        Map<String, Map<String, String>> sources = new TreeMap<>();
        Map<String, Map<String, String>> targets = new TreeMap<>();
        Map<String, String> program = new LinkedHashMap<>();
        Map<String, String> camel = new LinkedHashMap<>();
        written.forEach((key, value) -> {
            String[] parts = key.split("\\.", 3);
            if (parts[0].equals("source") && parts.length == 3) {
                sources.computeIfAbsent(parts[1], name -> new LinkedHashMap<>()).put(parts[2], value);
            } else if (parts[0].equals("target") && parts.length == 3) {
                targets.computeIfAbsent(parts[1], name -> new LinkedHashMap<>()).put(parts[2], value);
            } else if (parts[0].equals("camel")) {
                camel.put(key, placeholders.filled(key, value));
            } else {
                program.put(key, value);
            }
        });
        Values checkedProgram = new Values(checked("", program, Keys.PROGRAM));
        Map<String, Service> checkedSources = services("source", sources, Keys.sourceTypes(), Keys::source);
        Map<String, Service> checkedTargets = services("target", targets, Keys.targetTypes(), Keys::target);
        checkedSources.keySet().stream().filter(checkedTargets::containsKey).forEach(name -> problems.add(
                "'" + name + "' is the name of a source and of a target; rules and messages could not tell them apart. Rename one."));
        if (problems.isEmpty()) {
            leaseOutlastsRequests(checkedProgram, checkedTargets);
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(file, problems);
        }
        return new Settings(home, checkedProgram, checkedSources, checkedTargets, camel);
    }

    /** A change whose lease ends while its request is under way would be sent a second time. */
    private void leaseOutlastsRequests(Values program, Map<String, Service> targets) {
        targets.values().stream().filter(target -> program.duration("accolade.lease").compareTo(target.duration("response-timeout").multipliedBy(4)) < 0)
                .forEach(target -> problems.add("accolade.lease is '" + program.text("accolade.lease") + "', but must outlast four requests to " + target.name()
                        + ": a change may wait half of it for its turn, then look, then send. Each takes up to target." + target.name() + ".response-timeout, which is '"
                        + target.text("response-timeout") + "'."));
    }

    private Map<String, Service> services(String kind, Map<String, Map<String, String>> named, Collection<String> types, Function<String, List<Key>> keys) {
        Map<String, Service> services = new TreeMap<>();
        named.forEach((name, values) -> {
            String prefix = kind + "." + name + ".";
            String type = values.getOrDefault("type", "");
            if (!name.matches("[a-z][a-z0-9-]*")) {
                problems.add(kind + "." + name + ": a name is lower-case letters, digits and dashes, beginning with a letter.");
            } else if (types.contains(type)) {
                services.put(name, new Service(name, checked(prefix, values, keys.apply(type))));
            } else if (type.isEmpty()) {
                problems.add(prefix + "type is missing; it is the kind of service, one of " + types + ".");
            } else {
                problems.add(prefix + "type is '" + type + "', which is no type of " + kind + "; " + Nearest.hint(type, types) + ".");
            }
        });
        return services;
    }

    private Map<String, String> checked(String prefix, Map<String, String> values, List<Key> keys) {
        List<String> names = keys.stream().map(Key::name).toList();
        values.keySet().stream().filter(name -> !names.contains(name))
                .forEach(name -> problems.add(prefix + name + " is no setting; " + Nearest.hint(name, names) + "."));
        Map<String, String> checked = new LinkedHashMap<>();
        keys.forEach(key -> value(prefix, key, values).ifPresent(value -> checked.put(key.name(), value)));
        return checked;
    }

    private java.util.Optional<String> value(String prefix, Key key, Map<String, String> values) {
        String full = prefix + key.name();
        String written = values.get(key.name());
        if (written == null || written.isEmpty()) {
            if (key.required() && key.instead().map(values::get).isEmpty()) {
                problems.add(full + " is missing; it is " + key.purpose() + ". Add the line " + full + "=" + (key.secret() ? "{{secretfile:...}} or {{env:...}}" : "...")
                        + key.instead().map(other -> ", or set " + prefix + other).orElse(""));
            }
            return key.fallback();
        }
        int before = problems.size();
        String value = placeholders.filled(full, written);
        // An address with an @ may hold somebody's password.
        if (problems.size() == before && !key.form().fits(value)) {
            problems.add(full + (key.secret() || written.contains("@") ? "" : " is '" + written + "', but") + " must be " + key.form().sentence() + "; it is " + key.purpose() + ".");
        }
        return java.util.Optional.of(value);
    }
}
