package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code json/people_query}: columns of people, and of their roles when a constraint speaks of groups or roles. */
final class PeopleQuery {

    /** A row of the join; role and group are null where the table was not asked for. */
    private record Row(FasPerson person, FasRole role, FasGroup group) {
    }

    private static final Map<String, Function<Row, Object>> COLUMNS = columns();
    private static final List<String> JOINING = List.of("group", "group_type", "role_status", "role_type");
    /** The real server runs out of time long before a cross product of this size. */
    private static final long LARGEST = 2_000_000;

    private final Accounts accounts;

    PeopleQuery(Accounts accounts) {
        this.accounts = accounts;
    }

    private static Map<String, Function<Row, Object>> columns() {
        Map<String, Function<Row, Object>> columns = new LinkedHashMap<>();
        columns.put("id", row -> row.person().id);
        columns.put("username", row -> row.person().username);
        columns.put("email", row -> row.person().email);
        columns.put("ircnick", row -> row.person().text("ircnick").orElse(null));
        columns.put("status", row -> row.person().status);
        columns.put("group", row -> row.group().name);
        columns.put("group_type", row -> row.group().type);
        columns.put("role_status", row -> row.role().approved() ? "approved" : "unapproved");
        columns.put("role_type", row -> row.role().type().word());
        columns.put("role_approval", row -> PythonTime.text(row.role().approval()));
        return columns;
    }

    Reply answer(FasRequest request) {
        List<String> wanted = Arrays.stream(request.text("columns").split(",")).filter(name -> !name.isEmpty()).toList();
        if (!COLUMNS.keySet().containsAll(wanted)) {
            return refused("Invalid column requested.");
        }
        Map<String, Pattern> constraints = new LinkedHashMap<>();
        request.parameters().forEach((name, values) -> constraints.put(name, Like.pattern(values.get(0), false)));
        constraints.remove("columns");
        if (!COLUMNS.keySet().containsAll(constraints.keySet())) {
            return refused("Invalid constraint specified.");
        }
        List<String> shown = wanted.isEmpty() ? List.of("id", "username", "email", "ircnick", "status") : wanted;
        return rows(request, constraints.keySet(), shown).map(rows -> found(rows, constraints, shown))
                .orElseGet(() -> Reply.framework(500, "The database took too long."));
    }

    private static Reply refused(String text) {
        return Reply.page(out -> {
            out.writeBooleanField("success", false);
            out.writeStringField("error", text);
            out.writeObjectFieldStart("data");
            out.writeEndObject();
        });
    }

    /** Empty when there would be too many. */
    private Optional<Stream<Row>> rows(FasRequest request, Collection<String> constraints, List<String> shown) {
        if (constraints.stream().anyMatch(JOINING::contains)) {
            return Optional.of(joined(request.parameter("group")).map(role -> new Row(role.person(), role, role.group())));
        }
        List<String> named = new ArrayList<>(shown);
        named.addAll(constraints);
        boolean groups = named.contains("group") || named.contains("group_type");
        boolean roles = named.stream().anyMatch(name -> name.startsWith("role_"));
        List<FasRole> allRoles = roles ? accounts.groups().stream().flatMap(group -> group.roles().stream()).toList() : Arrays.asList((FasRole) null);
        List<FasGroup> allGroups = groups ? List.copyOf(accounts.groups()) : Arrays.asList((FasGroup) null);
        if ((long) accounts.people().size() * allRoles.size() * allGroups.size() > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(accounts.people().stream().flatMap(person -> allRoles.stream()
                .flatMap(role -> allGroups.stream().map(group -> new Row(person, role, group)))));
    }

    private Stream<FasRole> joined(Optional<String> group) {
        return group.filter(name -> !name.contains("%") && !name.contains("_"))
                .map(name -> accounts.group(name).stream().flatMap(one -> one.roles().stream()))
                .orElseGet(() -> accounts.people().stream().flatMap(person -> person.roles().stream()));
    }

    private static Reply found(Stream<Row> rows, Map<String, Pattern> constraints, List<String> shown) {
        List<Row> matching = rows.filter(row -> constraints.entrySet().stream().allMatch(constraint -> {
            Object value = COLUMNS.get(constraint.getKey()).apply(row);
            return value != null && constraint.getValue().matcher(value.toString()).matches();
        })).toList();
        return Reply.page(out -> {
            out.writeBooleanField("success", true);
            out.writeArrayFieldStart("data");
            for (Row row : matching) {
                write(out, row, shown);
            }
            out.writeEndArray();
        });
    }

    private static void write(JsonGenerator out, Row row, List<String> shown) throws IOException {
        out.writeStartObject();
        for (String column : shown) {
            out.writeObjectField(column, COLUMNS.get(column).apply(row));
        }
        out.writeEndObject();
    }
}
