package dev.accolade.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/configuration.md are what {@link Keys} says: nothing is missing, nothing is invented, no default differs. */
class ConfigurationDocsTest {

    private static final Path DOCUMENT = Path.of("docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.-]+)` \\| (.+?) \\| (.+?) \\| (.+?) \\|");

    /** A row of a table: {@code | `name` | default | form | purpose |}. */
    private record Row(String name, String fallback, String form, String purpose) {

        static Row of(Key key) {
            String fallback = key.fallback().map(value -> "`" + value + "`").orElse(key.required() ? "required" + key.instead().map(other -> " without `" + other + "`").orElse("") : "none");
            return new Row(key.name(), fallback, key.form().sentence() + (key.secret() ? "; secret" : ""), key.purpose());
        }
    }

    private final Map<String, List<Row>> sections = sections();

    @Test
    void listsEverySettingOfTheProgram() {
        assertThat(section("The program")).containsExactlyElementsOf(rows(Keys.PROGRAM));
    }

    @Test
    void listsEverySettingOfEveryTypeOfSource() {
        assertThat(Keys.sourceTypes()).allSatisfy(type -> assertThat(together("Every source and target", "Sources of type `" + type + "`", "Every source"))
                .containsExactlyInAnyOrderElementsOf(rows(Keys.source(type))));
    }

    @Test
    void listsEverySettingOfEveryTypeOfTarget() {
        assertThat(Keys.targetTypes()).allSatisfy(type -> assertThat(together("Every source and target", "Targets of type `" + type + "`", "Every target"))
                .containsExactlyInAnyOrderElementsOf(rows(Keys.target(type))));
    }

    @Test
    void describesNoTypeThatDoesNotExist() {
        Stream<String> sources = Keys.sourceTypes().stream().map(type -> "Sources of type `" + type + "`");
        Stream<String> targets = Keys.targetTypes().stream().map(type -> "Targets of type `" + type + "`");
        assertThat(sections.keySet().stream().filter(title -> title.contains(" of type "))).containsExactlyInAnyOrderElementsOf(Stream.concat(sources, targets).toList());
    }

    @Test
    void givesADefaultThatTheProgramItselfWouldAccept() {
        Stream<List<Key>> all = Stream.of(List.of(Keys.PROGRAM), each(Keys.sourceTypes().stream(), Keys::source), each(Keys.targetTypes().stream(), Keys::target))
                .flatMap(List::stream);
        assertThat(all.flatMap(List::stream)).allSatisfy(key -> key.fallback().ifPresent(value -> assertThat(key.form().fits(value)).as(key.name()).isTrue()));
    }

    private static List<List<Key>> each(Stream<String> types, Function<String, List<Key>> keys) {
        return types.map(keys).toList();
    }

    private List<Row> section(String title) {
        assertThat(sections).as("sections of " + DOCUMENT).containsKey(title);
        return sections.get(title);
    }

    private List<Row> together(String... titles) {
        return Stream.of(titles).flatMap(title -> section(title).stream()).toList();
    }

    private static List<Row> rows(List<Key> keys) {
        return keys.stream().map(Row::of).toList();
    }

    private static Map<String, List<Row>> sections() {
        Map<String, List<Row>> sections = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("#")) {
                rows = sections.computeIfAbsent(line.replaceFirst("#+ ", ""), title -> new ArrayList<>());
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4)));
            }
        }
        return sections;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(DOCUMENT);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
