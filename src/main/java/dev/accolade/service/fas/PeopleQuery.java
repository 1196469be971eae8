package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code people_query}: rows of the tables of people, groups and roles. Failures as of {@link FasClient}. */
public final class PeopleQuery {

    private static final List<String> USUAL = List.of("id", "username", "email", "ircnick", "status");

    private final FasCaller caller;

    PeopleQuery(FasCaller caller) {
        this.caller = caller;
    }

    /**
     * @param constraints SQL LIKE patterns ({@code %}, {@code _}, case-sensitive) by column; one of group, group_type, role_status, role_type is
     *                    needed where columns of groups or roles are asked for, or FAS2 gives each person with each group
     * @param columns     of id, username, email, ircnick, status, group, group_type, role_status, role_type, role_approval; none for the first five
     * @return a row each, with these columns
     * @throws AppException             when FAS2 knows no such column
     * @throws IllegalArgumentException when a constraint has the name of a field by which people log in
     */
    public List<FasMap<String, Object>> rows(Map<String, String> constraints, List<String> columns) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        constraints.forEach((column, pattern) -> pairs.add(Map.entry(allowed(column), pattern)));
        pairs.add(Map.entry("columns", String.join(",", columns)));
        FasTree data = new FasTree();
        FasQuestion question = FasQuestion.reading("/json/people_query", pairs, Map.of("data", data));
        caller.need(question);
        List<String> expected = columns.isEmpty() ? USUAL : columns;
        return caller.verdict().shaped(question, () -> {
            if (!data.node().isArray()) {
                throw FasJson.unexpected("data is no list");
            }
            List<FasMap<String, Object>> rows = new ArrayList<>();
            for (JsonNode row : data.node()) {
                rows.add(row(FasTree.object(row, "a row"), expected));
            }
            return List.copyOf(rows);
        });
    }

    private static FasMap<String, Object> row(Map<String, Object> row, List<String> expected) throws UnexpectedAnswer {
        if (!row.keySet().containsAll(expected) || row.values().stream().anyMatch(value -> value instanceof Iterable || value instanceof Map)) {
            throw FasJson.unexpected("a row lacks a column, or has more than one value in it");
        }
        FasColumn.check(row);
        return new FasMap<>(new LinkedHashMap<>(row));
    }

    private static String allowed(String column) {
        if (List.of("user_name", "password", "login", "otp", "_csrf_token", "tg_format", "tg_random", "columns").contains(column)) {
            throw new IllegalArgumentException("fas:peopleQuery cannot have a constraint named " + column + ": FAS2 reads something else in it");
        }
        return column;
    }
}
