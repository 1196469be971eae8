package dev.accolade.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of docs/services tell what the catalog tells. Their tables of options and headers are written by
 * {@code mvn test -Dtest=ServicePagesTest -Ddocs.write=true}.
 */
class ServicePagesTest {

    private static final Path PAGES = Path.of("docs/services");

    static List<String> schemes() {
        return Catalog.SCHEMES;
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void showsTheOptionsAndHeadersOfTheCatalog(String scheme) throws IOException {
        Catalog catalog = Catalog.of(scheme);
        Path page = PAGES.resolve(scheme + ".md");
        String text = Files.readString(page);
        String current = with(with(text, "options", catalog.options()), "headers", catalog.headers());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, current);
        } else {
            assertThat(text).as("%s; write its tables anew with -Ddocs.write=true", page).isEqualTo(current);
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void describesEveryOperationOfTheCatalog(String scheme) throws IOException {
        String text = Files.readString(PAGES.resolve(scheme + ".md"));
        assertThat(Catalog.of(scheme).operations()).isNotEmpty().allSatisfy(operation -> assertThat(text).contains("| `" + operation + "`"));
    }

    @Test
    void listsEveryOperationOfEveryComponentInTheOverview() throws IOException {
        Matcher rows = Pattern.compile("(?m)^\\| `([a-z-]+):([A-Za-z]+)` \\|").matcher(Files.readString(PAGES.resolve("README.md")));
        List<String> listed = rows.results().map(row -> row.group(1) + ":" + row.group(2)).toList();
        Stream<String> offered = Catalog.SCHEMES.stream().flatMap(scheme -> Catalog.of(scheme).operations().stream().map(operation -> scheme + ":" + operation));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(offered.toList());
    }

    /** The page with this table between its markers. */
    private static String with(String page, String name, String table) {
        Pattern place = Pattern.compile("(?s)(<!-- " + name + ": written by the build -->\n).*?(<!-- end of " + name + " -->)");
        assertThat(place.matcher(page).results().count()).as("places for the " + name).isEqualTo(1);
        return place.matcher(page).replaceFirst("$1" + Matcher.quoteReplacement("\n" + table + "\n") + "$2");
    }
}
