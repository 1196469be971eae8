package dev.accolade.service.fas;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks FAS2 as the connection's account. */
final class FasCaller {

    private final Wire wire;
    private final FasSession session;
    private final FasVerdict verdict;

    FasCaller(Wire wire, FasSession session) {
        this.wire = wire;
        this.session = session;
        this.verdict = new FasVerdict(wire);
    }

    FasVerdict verdict() {
        return verdict;
    }

    /** Asks for something that is always there. */
    FasEnvelope need(FasQuestion question) {
        return verdict.whole(question, ask(question));
    }

    /** Asks for something that may not exist; false when FAS2 plainly says so. */
    boolean find(FasQuestion question) {
        FasEnvelope envelope = ask(question);
        if (envelope.saysUnknown()) {
            return false;
        }
        verdict.whole(question, envelope);
        return true;
    }

    /** Has something changed, and sends it again only when FAS2 refused it for want of a session; a success, or a redirect. */
    JsonReply change(FasQuestion question) {
        JsonReply reply = session.change(ticket -> FasSession.signed(question, ticket));
        if (reply.status() >= 400 || reply.status() < 200) {
            throw AuthException.typed(wire.refused(question.request(), reply));
        }
        return reply;
    }

    /** The same where no redirect is to be expected but one that leads away from what was asked. */
    JsonReply changeWithoutRedirect(FasQuestion question) {
        JsonReply reply = change(question);
        if (!reply.isSuccess()) {
            throw astray(question, reply, "FAS2 leads elsewhere instead; may the account do this, and has it signed the agreement?");
        }
        return reply;
    }

    /** For a redirect that leads where nothing is to be had. */
    AppException astray(FasQuestion question, JsonReply reply, String why) {
        return new AppException(wire.refused(question.request(), reply, Turn.OPERATOR, why),
                AppException.FAS_ERROR, null, Map.of());
    }

    /** Reads the page that a redirect leads to. */
    JsonReply follow(String path) {
        return session.with(ticket -> wire.ask(page(path, ticket.secret())), () -> true);
    }

    private static Request page(String path, String sessionId) {
        return Request.of("GET", path).query("_csrf_token", FasSession.token(sessionId)).query("tg_format", "json").with("Accept", "application/json")
                .with("Cookie", "tg-visit=" + sessionId);
    }

    private FasEnvelope ask(FasQuestion question) {
        AtomicBoolean answered = new AtomicBoolean();
        FasEnvelope envelope = session.with(ticket -> wire.read(FasSession.signed(question, ticket), json -> {
            answered.set(true);
            return verdict.read(question, json);
        }), () -> !answered.get());
        return verdict.unfailed(question, envelope);
    }
}
