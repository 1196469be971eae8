package dev.accolade.sandbox.cave;

import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One method at one form of path.
 *
 * @param writes whether it changes the tables
 */
record Route(String method, Pattern path, Level level, boolean writes, Function<Visit, Answer> handler) {

    private static final Pattern INT = Pattern.compile("\\{(\\w*id)}");
    private static final Pattern TEXT = Pattern.compile("\\{(\\w+)}");

    /** A route by a template: {@code {id}} and names ending in {@code id} take digits, other names any text without a slash. */
    static Route of(String method, String template, Level level, Function<Visit, Answer> handler) {
        String regex = TEXT.matcher(INT.matcher(template).replaceAll("(\\\\d+)")).replaceAll("([^/]+)");
        return new Route(method, Pattern.compile(regex), level, !method.equals("GET"), handler);
    }

    static Route get(String template, Level level, Function<Visit, Answer> handler) {
        return of("GET", template, level, handler);
    }

    /** A GET that changes something. */
    static Route writingGet(String template, Level level, Function<Visit, Answer> handler) {
        Route route = get(template, level, handler);
        return new Route("GET", route.path, level, true, handler);
    }

    boolean leads(String to) {
        return path.matcher(to).matches();
    }

    List<String> parts(String of) {
        Matcher matcher = path.matcher(of);
        return matcher.matches() ? IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList() : List.of();
    }
}
