package dev.accolade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What README.md and docs/ say of files and routes is true. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void listsEveryRouteWithItsDescription() {
        List<String> rows = files(Path.of("routes"), ".camel.yaml").flatMap(ReadmeTest::routes).toList();
        assertThat(rows).isNotEmpty();
        assertThat(text(README).lines()).containsAll(rows);
    }

    @Test
    void leadsEveryLinkToAFile() {
        List<Path> pages = Stream.concat(Stream.of(README, Path.of("CONTRIBUTING.md"), Path.of("SECURITY.md")), files(Path.of("docs"), ".md")).toList();
        assertThat(pages).hasSizeGreaterThan(10).allSatisfy(page -> assertThat(links(page)).as("links of " + page).allSatisfy(link -> assertThat(link).exists()));
    }

    private static Stream<String> routes(Path file) {
        List<?> all = (List<?>) new Load(LoadSettings.builder().build()).loadFromString(text(file));
        return all.stream().map(one -> ((Map<?, ?>) one).values().iterator().next()).map(Map.class::cast)
                .map(route -> "| `" + route.get("id") + "` | " + route.get("description") + " |");
    }

    private static List<Path> links(Path page) {
        Matcher links = LINK.matcher(text(page));
        return links.results().map(link -> link.group(1)).filter(link -> !link.startsWith("http"))
                .map(link -> page.resolveSibling(link).normalize()).toList();
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
