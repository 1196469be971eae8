package dev.accolade.sandbox.badgr;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One page of a list.
 *
 * @param next     address of the page after it
 * @param previous address of the page before it
 */
record Page<T>(List<T> items, Optional<String> next, Optional<String> previous) {

    /**
     * @param newestFirst order of the list
     * @param time        the time the list is ordered by
     */
    static <T> Page<T> of(Visit visit, Timeline<T> timeline, boolean newestFirst, Function<T, Instant> time, Predicate<T> wanted, int size) {
        Optional<Cursor> cursor = visit.call().parameter("cursor").filter(text -> !text.isEmpty()).map(Cursor::read);
        boolean back = cursor.map(Cursor::back).orElse(false);
        Collection<T> rest = cursor.map(one -> timeline.behind(one.position(), newestFirst != back)).orElseGet(() -> timeline.all(newestFirst));
        List<T> items = new ArrayList<>(Math.min(size, 1000));
        boolean more = false;
        for (T item : rest) {
            if (!wanted.test(item)) {
                continue;
            }
            if (items.size() == size) {
                more = true;
                break;
            }
            items.add(item);
        }
        if (back) {
            Collections.reverse(items);
        }
        boolean hasNext = back || more;
        boolean hasPrevious = back ? more : cursor.isPresent();
        return new Page<>(items, address(visit, items, hasNext, false, time), address(visit, items, hasPrevious, true, time));
    }

    private static <T> Optional<String> address(Visit visit, List<T> items, boolean exists, boolean back, Function<T, Instant> time) {
        if (!exists || items.isEmpty()) {
            return Optional.empty();
        }
        T edge = items.get(back ? 0 : items.size() - 1);
        Map<String, List<String>> parameters = new TreeMap<>(visit.call().parameters());
        parameters.put("cursor", List.of(new Cursor(time.apply(edge), back).text()));
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return Optional.of(visit.address() + "?" + String.join("&", pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
