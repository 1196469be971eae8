package dev.accolade.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each observed fact of a service's page has a test in its contract suite, and no test claims a fact that the page does not tell. A fact is a numbered
 * item of the page; "(observed)" in it means that somebody saw a real server or client do it. Its tests are tagged {@code <page>-<number>}. A page of
 * which nothing was observed yet says so; facts that were only read may have tests, too.
 */
class FactsTest {

    private static final Path PAGES = Path.of("docs/services");
    private static final Pattern ITEM = Pattern.compile("(?ms)^(\\d+)\\. (.*?)(?=^\\d+\\. |^#|\\z)");
    private static final JavaClasses SUITES = new ClassFileImporter().importPackages("dev.accolade.contract");

    static Stream<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")).map(name -> name.replace(".md", ""))
                    .sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hasATestForEachObservedFact(String page) throws IOException {
        Set<String> observed = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        Matcher item = ITEM.matcher(Files.readString(PAGES.resolve(page + ".md")));
        while (item.find()) {
            assertThat(all.add(page + "-" + item.group(1))).as("number %s of %s is given once", item.group(1), page).isTrue();
            if (item.group(2).contains("(observed)")) {
                observed.add(page + "-" + item.group(1));
            }
        }
        Set<String> tested = tags().filter(tag -> tag.matches(page + "-\\d+")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tested).as("facts of %s with a contract test", page).containsAll(observed);
        assertThat(all).as("facts that contract tests of %s are tagged with", page).containsAll(tested);
    }

    private static Stream<String> tags() {
        return SUITES.stream().flatMap(suite -> suite.getMethods().stream()).filter(method -> method.getAnnotations().stream()
                .anyMatch(one -> one.getRawType().getName().matches("org\\.junit\\.jupiter\\..*(Test|ParameterizedTest)"))).flatMap(FactsTest::tags);
    }

    private static Stream<String> tags(JavaMethod method) {
        return Arrays.stream(method.reflect().getAnnotationsByType(Tag.class)).map(Tag::value);
    }
}
