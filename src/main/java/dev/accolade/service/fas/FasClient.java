package dev.accolade.service.fas;

import dev.accolade.service.http.Access;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection to FAS2: what the connection's account reads there, by topic, and what other users ask with credentials of their own. Safe for
 * several threads.
 *
 * <p>Every method throws {@link ServiceException} when FAS2 does not answer, refuses ({@link AuthException}), or announces a failure under HTTP 200
 * ({@link AppException}); none of these is ever returned as an empty result. Source: docs/services/fas.md, chapter 1.
 */
public final class FasClient implements ServiceClient {

    private final Wire wire;
    private final FasSession session;
    private final FasCaller caller;
    private final BugzillaEmails bugzilla;

    FasClient(Wire wire, FasConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.session = new FasSession(wire, configuration, clock);
        this.caller = new FasCaller(wire, session);
        this.bugzilla = new BugzillaEmails(configuration.getBugzillaEmails());
    }

    /** Logs in and reads the own account, when FAS2 still takes it for the configured one. */
    @Override
    public FasCheck check() {
        PersonDraft draft = new PersonDraft();
        FasQuestion home = FasQuestion.reading("/home", List.of(), Map.of("person", draft));
        caller.need(home);
        FasPerson self = draft.person();
        if (!session.isOurs(self.username(), self.email())) {
            throw caller.verdict().named(home, Turn.OPERATOR, "FAS2 takes the session for another user than the configured one",
                    AppException.FAS_ERROR);
        }
        return new FasCheck(self, wire.skew());
    }

    /** The session's cookie; requests under it also need {@code _csrf_token}, its SHA-1. */
    @Override
    public Optional<Access> access() {
        return Optional.of(new Access("session cookie; each request also needs _csrf_token", "Cookie", session.cookie(), Optional.empty()));
    }

    public FasGroups groups() {
        return new FasGroups(caller);
    }

    public FasFounding founding() {
        return new FasFounding(caller);
    }

    public FasPeople people() {
        return new FasPeople(caller, bugzilla);
    }

    public FasDirectory directory() {
        return new FasDirectory(caller, bugzilla);
    }

    public PeopleQuery query() {
        return new PeopleQuery(caller);
    }

    public FasConfigs configs() {
        return new FasConfigs(caller);
    }

    public FasCertificates certificates() {
        return new FasCertificates(caller);
    }

    /** Of users with credentials of their own. */
    public FasVisits visits() {
        return new FasVisits(wire);
    }

    /**
     * All groups with all approved memberships, in one answer that is read as it arrives.
     *
     * @param forceRefresh false accepts an answer that FAS2 computed up to 15 minutes ago
     * @param chunkSize    memberships per chunk, at least 1; a group without any counts as one, a larger group spans several chunks
     * @param receiver     called on this thread; whatever it got is worthless when this method throws. It must not use this connection
     */
    public FasCounts groupData(boolean forceRefresh, int chunkSize, Consumer<List<FasGroupMembers>> receiver) {
        return groups().data(forceRefresh, chunkSize, receiver);
    }

    /**
     * All accounts of any status, whether their owner signed the agreement or not.
     *
     * @param chunkSize people per chunk, at least 1
     * @param receiver  as of {@link #groupData}
     * @return how many people came
     */
    public long people(int chunkSize, Consumer<List<FasPerson>> receiver) {
        return people().all(chunkSize, receiver);
    }

    /** Empty when FAS2 knows no such user name. */
    public Optional<FasPersonWithRoles> personByUsername(String username) {
        return people().byUsername(username);
    }

    /** Empty when FAS2 knows no such person. */
    public Optional<FasPersonWithRoles> personById(long id) {
        return people().byId(id);
    }

    /** Empty when FAS2 knows no such group. */
    public Optional<FasGroup> groupByName(String name) {
        return groups().byName(name);
    }

    /** Empty when FAS2 knows no such group. */
    public Optional<FasGroup> groupById(long id) {
        return groups().byId(id);
    }

    @Override
    public void close() {
        wire.close();
    }
}
