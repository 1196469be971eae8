package dev.accolade.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Checked settings of one thing, defaults filled in; asking for one that may be empty gives an Optional. */
public class Values {

    private final Map<String, String> values;

    Values(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("the setting " + name + " is not one that always has a value"));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Duration duration(String name) {
        return Duration.parse(text(name));
    }

    public int count(String name) {
        return Integer.parseInt(text(name));
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }

    public boolean isOn(String name) {
        return Boolean.parseBoolean(text(name));
    }

    public Path path(String name) {
        return Path.of(text(name));
    }

    /** Names only: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().stream().sorted().toList().toString();
    }
}
