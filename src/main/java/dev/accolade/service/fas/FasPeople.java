package dev.accolade.service.fas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What FAS2 tells about single people, and about all of them in chunks. Failures as of {@link FasClient}. */
public final class FasPeople {

    private final FasCaller caller;
    private final BugzillaEmails bugzilla;

    FasPeople(FasCaller caller, BugzillaEmails bugzilla) {
        this.caller = caller;
        this.bugzilla = bugzilla;
    }

    /** As of {@link FasClient#people}. */
    long all(int chunkSize, Consumer<List<FasPerson>> receiver) {
        PeopleReader reader = new PeopleReader(chunkSize, receiver);
        List<Map.Entry<String, String>> pairs = new ArrayList<>(List.of(Map.entry("search", "*")));
        List.of("id", "username", "email", "human_name", "status").forEach(field -> pairs.add(Map.entry("fields", field)));
        caller.need(FasQuestion.reading("/user/list", pairs, Map.of("people", reader, "unapproved_people", reader)));
        return reader.finish();
    }

    /** Empty when FAS2 knows no such user name. */
    Optional<FasPersonWithRoles> byUsername(String username) {
        return person(named(username, new PersonDraft()), found -> found.username().equals(username));
    }

    /** Empty when FAS2 knows no such person. */
    Optional<FasPersonWithRoles> byId(long id) {
        return person(numbered(id, new PersonDraft()), found -> found.id() == id);
    }

    /**
     * All 34 columns, {@code group_roles}, {@code memberships}, {@code roles}, {@code approved_memberships}, {@code unapproved_memberships} and
     * {@code bugzilla_email}; columns that the account may not see are null, a password {@code *}. Empty when FAS2 knows no such user name.
     */
    public Optional<FasMap<String, Object>> wholeByUsername(String username) {
        return whole(named(username, new FasTree()), Map.of("username", username));
    }

    /** The same by number. */
    public Optional<FasMap<String, Object>> wholeById(long id) {
        return whole(numbered(id, new FasTree()), Map.of("id", id));
    }

    static FasQuestion numbered(long id, FasEnvelope.Part reader) {
        return FasQuestion.reading("/json/person_by_id", List.of(Map.entry("person_id", Long.toString(id))), Map.of("person", reader));
    }

    private static FasQuestion named(String username, FasEnvelope.Part reader) {
        return FasQuestion.reading("/json/person_by_username", List.of(Map.entry("username", username)), Map.of("person", reader));
    }

    private Optional<FasPersonWithRoles> person(FasQuestion question, Predicate<FasPerson> asked) {
        if (!caller.find(question)) {
            return Optional.empty();
        }
        FasPersonWithRoles person = ((PersonDraft) question.parts().get("person")).withRoles()
                .orElseThrow(() -> caller.verdict().misunderstood(question, "a person without a word on roles"));
        if (!asked.test(person.person())) {
            throw caller.verdict().misunderstood(question, "another person than the one asked for");
        }
        return Optional.of(person);
    }

    /** Old servers put the memberships beside the person. */
    private Optional<FasMap<String, Object>> whole(FasQuestion plain, Map<String, Object> asked) {
        Map<String, FasTree> beside = Map.of("approved", new FasTree(), "unapproved", new FasTree());
        FasQuestion question = plain.and(Map.copyOf(beside));
        if (!caller.find(question)) {
            return Optional.empty();
        }
        return Optional.of(caller.verdict().shaped(question, () -> {
            Map<String, Object> person = account((FasTree) question.parts().get("person"), asked);
            for (Map.Entry<String, FasTree> old : beside.entrySet()) {
                if (!old.getValue().node().isMissingNode()) {
                    person.put(old.getKey() + "_memberships", FasJson.plain(old.getValue().node()));
                }
            }
            bugzilla.add(person);
            return new FasMap<>(person);
        }));
    }

    /** The columns of the account asked for. */
    static Map<String, Object> account(FasTree tree, Map<String, Object> asked) throws UnexpectedAnswer {
        Map<String, Object> person = new LinkedHashMap<>(tree.object("a person"));
        FasColumn.check(person, FasColumn.ID, FasColumn.USERNAME);
        if (!person.entrySet().containsAll(asked.entrySet())) {
            throw FasJson.unexpected("another person than the one asked for");
        }
        return person;
    }
}
