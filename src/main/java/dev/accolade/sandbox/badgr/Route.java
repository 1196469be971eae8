package dev.accolade.sandbox.badgr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** A path with variable parts, and what is done there for each method. */
final class Route {

    /** How answers are written. */
    enum Style {
        /** The media type is negotiated; errors are enveloped. */
        API,
        /** As API, but people with a browser are led to the web interface. */
        PUBLIC,
        /** No negotiation. */
        PLAIN
    }

    final Style style;
    private final String[] template;
    private final Map<String, Function<Visit, Reply>> handlers = new LinkedHashMap<>();

    /** @param template parts in braces are variable; {@code **} at the end stands for any rest */
    Route(Style style, String template) {
        this.style = style;
        this.template = template.split("/", -1);
    }

    Route on(String method, Function<Visit, Reply> handler) {
        handlers.put(method, handler);
        return this;
    }

    /** The variable parts of the path; empty when it is another route's. */
    Optional<List<String>> match(String[] path) {
        boolean open = template[template.length - 1].equals("**");
        if (open ? path.length < template.length : path.length != template.length) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>(2);
        for (int i = 0; i < template.length - (open ? 1 : 0); i++) {
            if (template[i].startsWith("{") && !path[i].isEmpty()) {
                ids.add(path[i]);
            } else if (!template[i].equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    Optional<Function<Visit, Reply>> handler(String method) {
        return Optional.ofNullable(handlers.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Value of the {@code Allow} header. */
    String allowed() {
        TreeSet<String> methods = new TreeSet<>(handlers.keySet());
        methods.add("OPTIONS");
        if (methods.contains("GET") && style != Style.PLAIN) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
