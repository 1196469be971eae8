package dev.accolade.config;

import java.util.Map;

/** One configured source or target. */
public final class Service extends Values {

    private final String name;

    Service(String name, Map<String, String> values) {
        super(values);
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String type() {
        return text("type");
    }

    @Override
    public String toString() {
        return name + " (" + type() + ")";
    }
}
