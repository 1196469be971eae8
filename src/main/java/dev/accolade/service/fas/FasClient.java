package dev.accolade.service.fas;

import dev.accolade.service.fas.FasCaller.Question;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What FAS2 tells about groups and people; it writes nothing there. Safe for several threads.
 *
 * <p>Every method throws {@link ServiceException} when FAS2 does not answer, refuses, or announces a failure under HTTP 200; none of these
 * is ever returned as an empty result. Source: docs/services/fas.md, chapter 1.
 */
public final class FasClient implements ServiceClient {

    private final Wire wire;
    private final FasSession session;
    private final FasCaller caller;

    FasClient(Wire wire, FasConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.session = new FasSession(wire, configuration, clock);
        this.caller = new FasCaller(wire, session);
    }

    /** Logs in and reads the own account, when FAS2 still takes it for the configured one. */
    public FasCheck check() {
        PersonDraft draft = new PersonDraft();
        Question home = new Question("/home", List.of(), Map.of("person", draft));
        caller.need(home);
        FasPerson self = draft.person();
        if (!session.isOurs(self.username(), self.email())) {
            throw caller.failure(home, Turn.OPERATOR, "FAS2 takes the session for another user than the configured one");
        }
        return new FasCheck(self, wire.skew());
    }

    /**
     * All groups with all approved memberships, in one answer that is read as it arrives.
     *
     * @param forceRefresh false accepts an answer that FAS2 computed up to 15 minutes ago
     * @param chunkSize    memberships per chunk, at least 1; a group without any counts as one, a larger group spans several chunks
     * @param receiver     called on this thread; whatever it got is worthless when this method throws. It must not use this connection
     */
    public FasCounts groupData(boolean forceRefresh, int chunkSize, Consumer<List<FasGroupMembers>> receiver) {
        GroupDataReader reader = new GroupDataReader(chunkSize, receiver);
        List<Map.Entry<String, String>> pairs = forceRefresh ? List.of(Map.entry("force_refresh", "True")) : List.of();
        Question question = new Question("/json/fas_client/group_data", pairs, Map.of("data", reader));
        if (caller.need(question).success().isEmpty()) {
            throw caller.misunderstood(question, "no word on success");
        }
        return reader.finish();
    }

    /**
     * All accounts of any status, whether their owner signed the agreement or not.
     *
     * @param chunkSize people per chunk, at least 1
     * @param receiver  as of {@link #groupData}
     * @return how many people came
     */
    public long people(int chunkSize, Consumer<List<FasPerson>> receiver) {
        PeopleReader reader = new PeopleReader(chunkSize, receiver);
        List<Map.Entry<String, String>> pairs = new ArrayList<>(List.of(Map.entry("search", "*")));
        List.of("id", "username", "email", "human_name", "status").forEach(field -> pairs.add(Map.entry("fields", field)));
        Question question = new Question("/user/list", pairs, Map.of("people", reader, "unapproved_people", reader));
        caller.need(question);
        return reader.finish();
    }

    /** Empty when FAS2 knows no such user name. */
    public Optional<FasPersonWithRoles> personByUsername(String username) {
        return person("/json/person_by_username", Map.entry("username", username), found -> found.username().equals(username));
    }

    /** Empty when FAS2 knows no such person. */
    public Optional<FasPersonWithRoles> personById(long id) {
        return person("/json/person_by_id", Map.entry("person_id", Long.toString(id)), found -> found.id() == id);
    }

    /** Empty when FAS2 knows no such group. */
    public Optional<FasGroup> groupByName(String name) {
        return group("/json/group_by_name", Map.entry("groupname", name), found -> found.name().equals(name));
    }

    /** Empty when FAS2 knows no such group. */
    public Optional<FasGroup> groupById(long id) {
        return group("/json/group_by_id", Map.entry("group_id", Long.toString(id)), found -> found.id() == id);
    }

    private Optional<FasPersonWithRoles> person(String path, Map.Entry<String, String> key, Predicate<FasPerson> asked) {
        PersonDraft draft = new PersonDraft();
        Question question = new Question(path, List.of(key), Map.of("person", draft));
        if (!caller.find(question)) {
            return Optional.empty();
        }
        FasPersonWithRoles person = draft.withRoles().orElseThrow(() -> caller.misunderstood(question, "a person without a word on roles"));
        if (!asked.test(person.person())) {
            throw caller.misunderstood(question, "another person than the one asked for");
        }
        return Optional.of(person);
    }

    private Optional<FasGroup> group(String path, Map.Entry<String, String> key, Predicate<FasGroup> asked) {
        GroupReader reader = new GroupReader();
        Question question = new Question(path, List.of(key), Map.of("group", reader));
        if (!caller.find(question)) {
            return Optional.empty();
        }
        if (!asked.test(reader.group())) {
            throw caller.misunderstood(question, "another group than the one asked for");
        }
        return Optional.of(reader.group());
    }

    @Override
    public void close() {
        wire.close();
    }
}
