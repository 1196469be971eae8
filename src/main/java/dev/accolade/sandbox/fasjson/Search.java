package dev.accolade.sandbox.fasjson;

import dev.accolade.sandbox.Answer;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** {@code /search/users/}. Source: docs/services/fasjson.md, facts 21 to 24. */
final class Search {

    private static final int MOST = 40;
    private static final int SHORTEST = 3;

    private final Visit visit;
    private final List<Predicate<Person>> terms = new ArrayList<>();

    private Search(Visit visit) {
        this.visit = visit;
    }

    static Answer answer(Visit visit) {
        return new Search(visit).answer();
    }

    private Answer answer() {
        Paging asked = Paging.of(visit);
        boolean sized = visit.call().parameter("page_size").filter(text -> !text.isEmpty()).isPresent();
        if (sized && (asked.size() == 0 || asked.size() > MOST)) {
            return Replies.message(400, "Page size must be between 1 and 40 when searching.", "page_size", asked.size());
        }
        for (UserField field : UserField.values()) {
            if (field.match != UserField.Match.NEVER) {
                read(field);
            }
        }
        visit.call().parameter("creation__before").filter(text -> !text.isEmpty()).ifPresent(this::before);
        visit.call().parameters().getOrDefault("group", List.of()).stream().filter(name -> !name.isEmpty()).forEach(this::in);
        if (terms.isEmpty()) {
            return Replies.message(400, "At least one search term must be provided.");
        }
        List<Person> found = visit.directory().visible().filter(person -> terms.stream().allMatch(term -> term.test(person))).toList();
        return new Paging(sized ? asked.size() : MOST, asked.number()).answer(visit, found, visit::user);
    }

    private void read(UserField field) {
        String name = field.term();
        visit.call().parameter(name).filter(text -> !text.isEmpty()).ifPresent(value -> {
            boolean part = field.match == UserField.Match.PART;
            if (part && value.length() < SHORTEST) {
                throw new Refusal(tooShort(name, value));
            }
            String wanted = value.toLowerCase(Locale.ROOT);
            terms.add(person -> person.texts(field).map(text -> text.toLowerCase(Locale.ROOT)).anyMatch(part ? text -> text.contains(wanted) : wanted::equals));
        });
        if (field.match == UserField.Match.PART || field == UserField.EMAILS) {
            visit.call().parameter(name + "__exact").filter(text -> !text.isEmpty()).ifPresent(value -> terms.add(person ->
                    person.texts(field).anyMatch(text -> value.equals("*") || text.equalsIgnoreCase(value))));
        }
    }

    private static Answer tooShort(String name, String value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", "Search term must be at least 3 characters long.");
        body.put("search_term", name);
        body.put("search_value", value);
        return Replies.json(400, body);
    }

    private void before(String text) {
        LocalDateTime end;
        try {
            end = text.length() > 19 ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                    : LocalDateTime.parse(text.length() == 10 ? text + "T00:00:00" : text);
        } catch (DateTimeException noTime) {
            throw new Refusal(Replies.invalid("creation__before", "Invalid date literal \"" + text + "\""));
        }
        terms.add(person -> person.creation().filter(made -> LocalDateTime.parse(made).isBefore(end)).isPresent());
    }

    private void in(String group) {
        Set<Person> members = visit.directory().team(group).map(team -> Set.copyOf(visit.directory().members(team))).orElse(Set.of());
        terms.add(members::contains);
    }
}
