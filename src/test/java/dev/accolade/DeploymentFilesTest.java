package dev.accolade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Dockerfile and docker-compose.yml name only what is there, and agree with config/application.properties; no engine runs them here. */
class DeploymentFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{env:([A-Z_]+)(?::([^}]*))?}}");

    private final Map<?, ?> compose = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text("docker-compose.yml"));
    private final List<String> dockerfile = List.of(text("Dockerfile").replace("\\\n", " ").split("\n"));
    private final Map<String, String> defaults = defaults();

    @Test
    void runsAccoladeAndTheSandboxFromOneImageBuiltHere() {
        Map<?, ?> services = map(compose, "services");
        assertThat(services.keySet()).map(Object::toString).containsExactlyInAnyOrder("accolade", "sandbox");
        assertThat(services.values()).allSatisfy(service -> {
            assertThat(((Map<?, ?>) service).get("build")).isEqualTo(".");
            assertThat(((Map<?, ?>) service).get("image")).isEqualTo("accolade");
        });
    }

    @Test
    void copiesOnlyFilesThatAreInTheCheckout() {
        List<String> copied = dockerfile.stream().filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .map(line -> List.of(line.substring(5).split("\\s+"))).flatMap(words -> words.subList(0, words.size() - 1).stream()).toList();
        assertThat(copied).contains("pom.xml", "src", "config", "routes", "accolade").allSatisfy(name -> assertThat(Path.of(name)).exists());
        assertThat(copied).doesNotContainAnyElementsOf(List.of(text(".dockerignore").split("\n")));
    }

    @Test
    void setsOnlyVariablesThatTheConfigurationReads() {
        assertThat(environment()).isNotEmpty();
        assertThat(defaults.keySet()).containsAll(environment().keySet());
    }

    @Test
    void leadsEveryServiceToTheSandboxUnderThePathOfTheDefaults() {
        Map<String, String> addresses = new TreeMap<>(defaults);
        addresses.keySet().removeIf(name -> !name.endsWith("_URL"));
        assertThat(addresses).hasSize(5).allSatisfy((name, usual) -> {
            URI here = URI.create(environment().get(name));
            assertThat(here.getHost()).isEqualTo("sandbox");
            assertThat(here.getPort()).hasToString(option("sandbox", "--port"));
            assertThat(here.getPath()).isEqualTo(URI.create(usual).getPath());
        });
    }

    @Test
    void listensInsideTheContainerOnThePortThatIsPublishedToLoopbackAlone() {
        assertThat(environment()).containsEntry("ACCOLADE_HTTP_HOST", "0.0.0.0");
        String port = environment().get("ACCOLADE_HTTP_PORT");
        assertThat(service("accolade").get("ports")).isEqualTo(List.of("127.0.0.1:8080:" + port));
        assertThat(dockerfile).contains("EXPOSE " + port).anyMatch(line -> line.contains("/dev/tcp/127.0.0.1/" + port));
        assertThat(option("sandbox", "--host")).isEqualTo("0.0.0.0");
        assertThat(service("sandbox").get("ports")).isEqualTo(List.of("127.0.0.1:8090:" + option("sandbox", "--port")));
        assertThat(map(service("sandbox"), "healthcheck").get("test").toString()).contains("/dev/tcp/127.0.0.1/" + option("sandbox", "--port"));
    }

    @Test
    void letsTheWebhookInFromTheSandboxAlone() {
        Object address = map(map(service("sandbox"), "networks"), "community").get("ipv4_address");
        assertThat(environment()).containsEntry("CLOUDSPOT_WEBHOOK_ALLOW", String.valueOf(address));
    }

    @Test
    void keepsTheLedgerInANamedVolumeThatTheUserOfTheImageMayWrite() {
        assertThat(map(compose, "volumes").keySet()).map(Object::toString).containsExactly("state");
        assertThat(service("accolade").get("volumes")).isEqualTo(List.of("state:/app/state"));
        assertThat(dockerfile).contains("VOLUME /app/state", "USER accolade").anyMatch(line -> line.contains("chown accolade:accolade /app/state"));
    }

    private Map<?, ?> service(String name) {
        return map(map(compose, "services"), name);
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        map(service("accolade"), "environment").forEach((name, value) -> variables.put(name.toString(), value.toString()));
        return variables;
    }

    private String option(String service, String name) {
        List<?> command = (List<?>) service(service).get("command");
        return command.get(command.indexOf(name) + 1).toString();
    }

    private static Map<?, ?> map(Map<?, ?> within, String name) {
        assertThat(within.get(name)).as(name).isInstanceOf(Map.class);
        return (Map<?, ?>) within.get(name);
    }

    /** Default by variable, of all variables that the configuration reads. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        Matcher found = PLACEHOLDER.matcher(text("config/application.properties").replaceAll("(?m)^#.*", ""));
        while (found.find()) {
            defaults.put(found.group(1), found.group(2) == null ? "" : found.group(2));
        }
        return defaults;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
