package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.ServiceException.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of people, each read in one answer and held as a whole. Failures as of {@link FasClient}. */
public final class FasDirectory {

    private final FasCaller caller;
    private final BugzillaEmails bugzilla;

    FasDirectory(FasCaller caller, BugzillaEmails bugzilla) {
        this.caller = caller;
        this.bugzilla = bugzilla;
    }

    /**
     * People who signed the agreement, then those who did not, with the fields asked for.
     *
     * @return by user name, number or e-mail; of several with one e-mail, or with none (null), the last, as in the Python client
     */
    public FasMap<Object, FasMap<String, Object>> byKey(PeopleSearch search) {
        Map<Object, FasMap<String, Object>> people = new LinkedHashMap<>();
        List<String> told = search.told();
        FasRows rows = new FasRows(person -> {
            if (!person.keySet().containsAll(search.asked())) {
                throw FasJson.unexpected("a person lacks a field that was asked for");
            }
            FasColumn.check(person);
            if (person.get(search.key()) == null && !search.key().equals("email")) {
                throw FasJson.unexpected("a person lacks the key");
            }
            Map<String, Object> shown = new LinkedHashMap<>(person);
            if (told.contains(FasColumn.BUGZILLA_EMAIL)) {
                bugzilla.add(shown);
            }
            shown.keySet().retainAll(told);
            people.put(person.get(search.key()), new FasMap<>(shown));
        });
        caller.need(FasQuestion.reading("/user/list", search.pairs(), Map.of("people", rows, "unapproved_people", rows)));
        return new FasMap<>(people);
    }

    /** User names of all accounts of any status, by number. */
    public FasMap<Long, String> ids() {
        FasTree people = new FasTree();
        FasQuestion question = FasQuestion.reading("/json/user_id", List.of(), Map.of("people", people));
        caller.need(question);
        return caller.verdict().shaped(question, () -> {
            Map<Long, String> names = new LinkedHashMap<>();
            for (Map.Entry<String, Object> entry : people.object("people").entrySet()) {
                names.put(number(entry.getKey()), text(entry.getValue()));
            }
            return new FasMap<>(names);
        });
    }

    /**
     * Active accounts with {@code username, password, human_name, ssh_key, email, alias_enabled}, by number as text; a hidden hash of a password is
     * {@code *}, a hidden key empty text.
     */
    public FasMap<String, FasMap<String, Object>> data() {
        FasTree data = new FasTree();
        FasQuestion question = FasQuestion.reading("/json/fas_client/user_data", List.of(), Map.of("data", data));
        caller.need(question);
        return caller.verdict().shaped(question, () -> {
            Map<String, FasMap<String, Object>> accounts = new LinkedHashMap<>();
            if (!data.node().isObject()) {
                throw FasJson.unexpected("data is no object");
            }
            for (Map.Entry<String, JsonNode> entry : data.node().properties()) {
                number(entry.getKey());
                Map<String, Object> account = FasTree.object(entry.getValue(), "an account");
                FasColumn.check(account, FasColumn.USERNAME, FasColumn.PASSWORD);
                accounts.put(entry.getKey(), new FasMap<>(account));
            }
            return new FasMap<>(accounts);
        });
    }

    /**
     * Everybody with {@code username, id, email, human_name, bugzilla_email}, by number.
     *
     * @deprecated by FAS2's own client: {@link #byKey} does it in one call
     */
    @Deprecated
    public FasMap<Long, FasMap<String, Object>> byId() {
        Map<Long, FasMap<String, Object>> people = new LinkedHashMap<>();
        Map<String, Map<String, Object>> byName = new LinkedHashMap<>();
        ids().forEach((id, name) -> byName.put(name, new LinkedHashMap<>(Map.of("id", id, "username", name))));
        DumpReader dump = new DumpReader();
        FasQuestion question = FasQuestion.reading("/group/dump", List.of(), Map.of("people", dump));
        caller.need(question);
        for (DumpReader.Row row : dump.rows()) {
            Map<String, Object> person = byName.get(row.username());
            if (person == null) {
                throw changed(question);
            }
            person.put("email", row.email());
            person.put("human_name", row.humanName());
            bugzilla.add(person);
        }
        byName.values().forEach(person -> people.put((Long) person.get("id"), new FasMap<>(person)));
        return new FasMap<>(people);
    }

    /**
     * The people of a group as of {@link #byId}, those who wait for a sponsor among them at the end.
     *
     * @throws AppException when there is no such group
     */
    @SuppressWarnings("deprecation")
    public List<FasMap<String, Object>> byGroupname(String name) {
        FasMap<Long, FasMap<String, Object>> people = byId();
        FasQuestion question = FasQuestion.reading("/json/group_by_name", List.of(), Map.of());
        Map<String, Object> group = new FasGroups(caller).wholeByName(name)
                .orElseThrow(() -> caller.verdict().named(question, Turn.NEVER, "there is no such group", AppException.FAS_ERROR));
        List<FasMap<String, Object>> found = new ArrayList<>();
        for (String roles : List.of("approved_roles", "unapproved_roles")) {
            for (Object role : (List<?>) group.get(roles)) {
                FasMap<String, Object> person = people.get(((Map<?, ?>) role).get("person_id"));
                if (person == null) {
                    throw changed(question);
                }
                found.add(person);
            }
        }
        return List.copyOf(found);
    }

    private RuntimeException changed(FasQuestion question) {
        return caller.verdict().named(question, Turn.LATER, "FAS2 names a person that it did not name a moment ago", AppException.FAS_ERROR);
    }

    private static Long number(String text) throws UnexpectedAnswer {
        if (!text.matches("\\d{1,18}")) {
            throw FasJson.unexpected("a person's number is none");
        }
        return Long.valueOf(text);
    }

    private static String text(Object value) throws UnexpectedAnswer {
        if (!(value instanceof String text)) {
            throw FasJson.unexpected("a person's user name is no text");
        }
        return text;
    }
}
