package dev.accolade.service.fas;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks as whoever's credentials are given, for many users at once: nothing of one call is kept for the next, in memory or elsewhere, and the
 * session of the connection's own account is never used. Failures as of {@link FasClient}, {@link AuthException} where FAS2 lets nobody in.
 */
public final class FasVisits {

    private record Answered(FasMap<String, Object> data, Optional<String> sessionId) {
    }

    private final Wire wire;
    private final FasVerdict verdict;

    FasVisits(Wire wire) {
        this.wire = wire;
        this.verdict = new FasVerdict(wire);
    }

    /** Begins a session; the data have {@code user}, the account as its owner sees it, with the names of its groups in {@code groups}. */
    public FasVisit login(FasCredentials credentials) {
        FasTree user = new FasTree();
        FasQuestion question = new FasQuestion("/login", List.of(), Map.of("user", user), Map.of(), false);
        Answered answered = ask(question, credentials);
        own(question, user, credentials);
        if (answered.sessionId().isEmpty()) {
            throw verdict.misunderstood(question, "no session cookie");
        }
        return new FasVisit(answered.sessionId(), answered.data());
    }

    /** Ends a session; one that ended before is no error. */
    public void logout(FasCredentials credentials) {
        ask(FasQuestion.writing("/logout", List.of()), credentials);
    }

    /** Uses a session so that it lives on. Another id than the given one says that it had ended; the other one is nobody's. */
    public FasVisit refresh(FasCredentials credentials) {
        Answered answered = ask(FasQuestion.reading("/", List.of(), Map.of()), credentials);
        return new FasVisit(answered.sessionId(), answered.data());
    }

    /** The own account, as its owner sees it. */
    public FasVisit userInfo(FasCredentials credentials) {
        FasTree person = new FasTree();
        FasQuestion question = FasQuestion.reading("/user/view", List.of(), Map.of("person", person));
        Answered answered = ask(question, credentials);
        return new FasVisit(answered.sessionId(), own(question, person, credentials));
    }

    /** Somebody's account as this user sees it; {@link AppException} with {@link Turn#NEVER} when there is none. */
    public FasVisit personById(FasCredentials credentials, long id) {
        FasTree person = new FasTree();
        FasQuestion question = FasPeople.numbered(id, person);
        Answered answered = ask(question, credentials);
        return new FasVisit(answered.sessionId(), verdict.shaped(question, () -> new FasMap<>(FasPeople.account(person, Map.of("id", id)))));
    }

    /** {@code groups} that this user may see, and {@code memberships}: approved ones of all groups, by the group's number as text. */
    public FasVisit groupList(FasCredentials credentials) {
        FasTree groups = new FasTree();
        FasTree memberships = new FasTree();
        FasQuestion question = FasQuestion.reading("/group/list", List.of(), Map.of("groups", groups, "memberships", memberships));
        Answered answered = ask(question, credentials);
        return verdict.shaped(question, () -> {
            if (!groups.node().isArray()) {
                throw FasJson.unexpected("groups is no list");
            }
            for (JsonNode group : groups.node()) {
                FasGroups.check(FasTree.object(group, "a group"), Map.of());
            }
            GroupRoles.checkPlaces(memberships.object("memberships"));
            return new FasVisit(answered.sessionId(), answered.data());
        });
    }

    /** Whether FAS2 takes these credentials; every other end is an exception. */
    public boolean verify(FasCredentials credentials) {
        FasTree person = new FasTree();
        FasQuestion question = FasQuestion.reading("/home", List.of(), Map.of("person", person));
        try {
            ask(question, credentials);
        } catch (AuthException notTaken) {
            return false;
        }
        own(question, person, credentials);
        return true;
    }

    private FasMap<String, Object> own(FasQuestion question, FasTree tree, FasCredentials credentials) {
        FasMap<String, Object> person = verdict.shaped(question, () -> new FasMap<>(FasPeople.account(tree, Map.of())));
        Optional<String> email = Optional.ofNullable((String) person.get(FasColumn.EMAIL.word()));
        if (!credentials.mayBe((String) person.get(FasColumn.USERNAME.word()), email)) {
            throw verdict.named(question, Turn.OPERATOR, "FAS2 takes the user for another one; nothing of the answer was given away",
                    AppException.FAS_ERROR);
        }
        return person;
    }

    private Answered ask(FasQuestion question, FasCredentials credentials) {
        Request request = question.request(credentials.form());
        for (Map.Entry<String, String> header : credentials.headers().entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        JsonReply reply = wire.send(request);
        if (!reply.isSuccess()) {
            throw AuthException.typed(wire.refused(request, reply));
        }
        FasEnvelope envelope = verdict.unfailed(question, verdict.read(question, reply));
        if (envelope.saysUnknown()) {
            throw verdict.named(question, Turn.NEVER, "there is no such person", AppException.FAS_ERROR);
        }
        verdict.whole(question, envelope);
        FasMap<String, Object> data = verdict.shaped(question, () -> new FasMap<>(FasTree.object(reply.json(), "the answer")));
        return new Answered(data, FasSession.cookie(reply).or(credentials::session));
    }
}
