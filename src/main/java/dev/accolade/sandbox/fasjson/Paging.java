package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One page of a list, or all of it where no size was asked for. The link to the next page repeats what it finds in the address, so that it stays where
 * it is once a page number stands there. Source: docs/services/fasjson.md, facts 9 to 12.
 *
 * @param size 0 for all
 */
record Paging(int size, int number) {

    static Paging of(Visit visit) {
        return new Paging(whole(visit, "page_size", 0), whole(visit, "page_number", 1));
    }

    private static int whole(Visit visit, String name, int otherwise) {
        String text = visit.call().parameter(name).orElse("");
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new Refusal(Replies.invalid(name, "invalid literal for int() with base 10: '" + text + "'"));
        }
    }

    <T> Answer answer(Visit visit, List<T> all, Function<T, Map<String, Object>> shown) {
        List<T> turned = turned(visit, all);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("result", (size > 0 ? slice(turned) : turned).stream().map(shown).toList());
        if (size > 0) {
            body.put("page", page(visit, all.size()));
        }
        return Replies.json(200, body);
    }

    private static <T> List<T> turned(Visit visit, List<T> all) {
        List<T> turned = new ArrayList<>(all);
        if (visit.settings().reordering && !turned.isEmpty()) {
            Collections.rotate(turned, visit.turn());
        }
        return turned;
    }

    private <T> List<T> slice(List<T> all) {
        long first = Math.max(0, (number - 1L) * size);
        return first >= all.size() ? List.of() : all.subList((int) first, (int) Math.min(all.size(), first + size));
    }

    private Map<String, Object> page(Visit visit, int total) {
        int pages = (int) ((total + (long) size - 1) / size);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("total_results", total);
        page.put("page_size", size);
        page.put("page_number", number);
        page.put("total_pages", pages);
        if (number < pages) {
            page.put("next_page", next(visit));
        }
        return page;
    }

    private String next(Visit visit) {
        Map<String, String> parameters = new LinkedHashMap<>();
        visit.call().parameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        parameters.putIfAbsent("page_size", Integer.toString(size));
        parameters.putIfAbsent("page_number", Integer.toString(number + 1));
        List<String> pairs = parameters.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
        return visit.call().base() + visit.call().path() + "?" + String.join("&", pairs);
    }
}
