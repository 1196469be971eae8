package dev.accolade.sandbox.fas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code user/list}: everybody whose name fits, without pages; columns as asked for, else all of them and the relations. */
final class PeopleList {

    private static final List<String> RELATIONS = List.of("group_roles", "memberships", "roles");
    /** Rows of memberships written out in full beyond which the real server runs into its time-out. */
    private static final long MOST_ROWS = 100_000;

    private final Accounts accounts;

    PeopleList(Accounts accounts) {
        this.accounts = accounts;
    }

    Reply answer(FasRequest request) {
        List<String> fields = request.parameters().getOrDefault("fields", List.of());
        Optional<String> unknown = fields.stream().filter(name -> PersonColumn.of(name).isEmpty() && !RELATIONS.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Reply.error("Invalid", "fields: " + unknown.get() + " is not a field of people");
        }
        Map<FasPerson, List<FasRole>> found = found(request);
        boolean relations = fields.isEmpty() || fields.stream().anyMatch(RELATIONS::contains);
        if (relations && found.values().stream().mapToLong(List::size).sum() > MOST_ROWS) {
            return Reply.framework(500, "The request took too long.");
        }
        Optional<FasGroup> agreement = accounts.group("cla_done");
        Predicate<FasPerson> signed = person -> agreement.filter(group -> group.approved(person)).isPresent();
        return Reply.page(out -> {
            write(out, "people", found, signed, fields, request.caller());
            write(out, "unapproved_people", found, signed.negate(), fields, request.caller());
            out.writeStringField("search", search(request));
        });
    }

    /** Without the parameter the server looks for {@code a*}; an empty one means everybody. */
    private static String search(FasRequest request) {
        String text = request.parameter("search").orElse("a*");
        return text.isEmpty() ? "*" : text;
    }

    /** A test for a search text: with {@code *} a pattern in any case, else the lower-cased text itself. */
    static Predicate<String> matcher(String search) {
        if (search.equals("*")) {
            return name -> true;
        }
        if (search.contains("*")) {
            Pattern pattern = Like.pattern(search.replace('*', '%'), true);
            return name -> pattern.matcher(name).matches();
        }
        return search.toLowerCase(Locale.ROOT)::equals;
    }

    private Map<FasPerson, List<FasRole>> found(FasRequest request) {
        Predicate<String> wanted = matcher(search(request));
        Function<FasPerson, String> by = request.flag("by_email") ? person -> person.email
                : request.flag("by_ircnick") ? person -> person.text("ircnick").orElse(null) : person -> person.username;
        Optional<String> status = request.parameter("status");
        long limit = request.parameter("limit").filter(text -> text.matches("\\d{1,9}")).map(Long::valueOf).orElse(Long.MAX_VALUE);
        Map<FasPerson, List<FasRole>> found = new LinkedHashMap<>();
        for (FasPerson person : accounts.people()) {
            String value = by.apply(person);
            if (limit > 0 && value != null && wanted.test(value) && status.map(person.status::equals).orElse(true)) {
                List<FasRole> rows = person.roles().size() <= limit ? person.roles() : new ArrayList<>(person.roles().subList(0, (int) limit));
                found.put(person, rows);
                limit -= Math.max(1, rows.size());
            }
        }
        return found;
    }

    private static void write(JsonGenerator out, String name, Map<FasPerson, List<FasRole>> found, Predicate<FasPerson> which, List<String> fields,
                              Caller caller) throws IOException {
        out.writeArrayFieldStart(name);
        for (Map.Entry<FasPerson, List<FasRole>> entry : found.entrySet()) {
            if (which.test(entry.getKey())) {
                out.writeStartObject();
                person(out, entry.getKey(), entry.getValue(), fields, caller);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private static void person(JsonGenerator out, FasPerson person, List<FasRole> rows, List<String> fields, Caller caller) throws IOException {
        if (fields.isEmpty()) {
            Pages.columns(out, person, caller);
        }
        for (String field : fields) {
            Optional<PersonColumn> column = PersonColumn.of(field);
            if (column.isPresent()) {
                column.get().write(out, person, caller);
            }
        }
        for (String relation : RELATIONS) {
            if (fields.isEmpty() || fields.contains(relation)) {
                relation(out, relation, rows);
            }
        }
    }

    /** Somebody without any role appears with one group and one role of nothing but nulls, as an outer join gives them. */
    private static void relation(JsonGenerator out, String relation, List<FasRole> rows) throws IOException {
        switch (relation) {
            case "roles" -> Pages.roles(out, relation, rows, role -> true);
            case "memberships" -> {
                if (rows.isEmpty()) {
                    out.writeArrayFieldStart(relation);
                    Pages.emptyGroup(out);
                    out.writeEndArray();
                } else {
                    Pages.memberships(out, relation, rows, role -> true);
                }
            }
            default -> {
                if (rows.isEmpty()) {
                    out.writeObjectFieldStart(relation);
                    out.writeFieldName("null");
                    Pages.emptyRole(out);
                    out.writeEndObject();
                } else {
                    Pages.groupRoles(out, rows);
                }
            }
        }
    }
}
