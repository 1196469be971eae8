package dev.accolade.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Holds every route file against the catalog, which knows our own components like any other. */
class RoutesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\w+}}");

    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("routes")).filter(file -> file.toString().endsWith(".camel.yaml")).sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEndpointAndOptionIsKnownToTheCatalog(Path file) throws IOException {
        DefaultCamelCatalog catalog = catalog();
        List<String> wrong = new ArrayList<>();
        endpoints(yaml(file), uri -> {
            EndpointValidationResult result = catalog.validateEndpointProperties(uri);
            if (!result.isSuccess()) {
                wrong.add(uri + ": " + result.summaryErrorMessage(false));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRouteSaysWhatItDoes(Path file) throws IOException {
        for (Object entry : (List<?>) yaml(file)) {
            java.util.Map<?, ?> kind = (java.util.Map<?, ?>) entry;
            java.util.Map<?, ?> described = (java.util.Map<?, ?>) kind.values().iterator().next();
            assertThat((String) described.get("id")).matches("[a-z][a-z0-9-]*");
            assertThat((String) described.get("description")).as("%s in %s", described.get("id"), file).isNotBlank().endsWith(".");
        }
    }

    @Test
    void aMistypedOptionWouldBeNoticed() throws IOException {
        DefaultCamelCatalog catalog = catalog();
        assertThat(catalog.validateEndpointProperties("fas:groupData?connection=x&forceRefrehs=true").isSuccess()).isFalse();
        assertThat(catalog.validateEndpointProperties("badgr:isueAssertion?connection=x").isSuccess()).isFalse();
    }

    private static DefaultCamelCatalog catalog() throws IOException {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        for (String scheme : List.of("fas", "cave", "cloudspot", "badgr", "learning-locker")) {
            String type = scheme.replace("-", "");
            String component = "dev.accolade.service." + type + "." + (scheme.equals("learning-locker") ? "LearningLocker" : Character.toUpperCase(type.charAt(0)) + type.substring(1)) + "Component";
            try (var json = RoutesTest.class.getResourceAsStream("/META-INF/dev/accolade/service/" + type + "/" + scheme + ".json")) {
                catalog.addComponent(scheme, component, new String(json.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return catalog;
    }

    private static Object yaml(Path file) throws IOException {
        return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** Every uri in the file with its parameters; a template's placeholders get a value that fits anything. */
    private static void endpoints(Object node, java.util.function.Consumer<String> found) {
        if (node instanceof List<?> list) {
            list.forEach(one -> endpoints(one, found));
        } else if (node instanceof java.util.Map<?, ?> map) {
            if (map.get("uri") instanceof String uri && !uri.contains("${")) {
                found.accept(PLACEHOLDER.matcher(uri + query(uri, map.get("parameters"))).replaceAll("5"));
            }
            map.values().forEach(one -> endpoints(one, found));
        }
    }

    private static String query(String uri, Object parameters) {
        if (!(parameters instanceof java.util.Map<?, ?> map)) {
            return "";
        }
        List<String> pairs = map.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
        return (uri.contains("?") ? "&" : "?") + String.join("&", pairs).replace("{{cron}}", "0+0+*+*+*+?");
    }
}
