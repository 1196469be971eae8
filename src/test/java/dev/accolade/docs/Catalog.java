package dev.accolade.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the build tells tools that know Camel about one component, as tables for its page. */
record Catalog(String scheme, JsonNode json) {

    /** All schemes, in the order of the documentation. */
    static final List<String> SCHEMES = List.of("fas", "fasjson", "bodhi", "cave", "cloudspot", "badgr", "learning-locker");

    static Catalog of(String scheme) {
        String path = "/META-INF/dev/accolade/service/" + scheme.replace("-", "") + "/" + scheme + ".json";
        try (InputStream in = Catalog.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The build has made no " + path);
            }
            return new Catalog(scheme, new ObjectMapper().readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> operations() {
        List<String> names = new ArrayList<>();
        json.path("properties").path("operation").path("enum").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Options of endpoints and connections. */
    String options() {
        return table("| Option | Default | What it is |", json.path("properties"), (name, option) -> option.path("kind").asText().equals("path") ? "" :
                "| `" + name + "` | " + (option.has("defaultValue") ? "`" + option.path("defaultValue").asText() + "`" : "") + " | " + said(option)
                        + (option.path("secret").asBoolean() ? " Secret." : "") + " |\n");
    }

    String headers() {
        return table("| Header | Type | What it is |", json.path("headers"),
                (name, header) -> "| `" + name + "` | `" + header.path("javaType").asText().replaceAll("[\\w.]*\\.", "") + "` | " + said(header) + " |\n");
    }

    private interface Row {
        String of(String name, JsonNode value);
    }

    private static String table(String head, JsonNode rows, Row row) {
        return head + "\n| --- | --- | --- |\n" + rows.properties().stream().map(one -> row.of(one.getKey(), one.getValue())).collect(Collectors.joining());
    }

    private static String said(JsonNode documented) {
        String text = documented.path("description").asText().strip().replace("|", "\\|");
        return text.endsWith(".") ? text : text + ".";
    }
}
