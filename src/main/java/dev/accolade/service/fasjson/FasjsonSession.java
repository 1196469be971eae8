package dev.accolade.service.fasjson;

import dev.accolade.service.http.Access;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** Signs each request anew: a token is good for one. Logs in again once where the login turns out to have ended. Safe for several threads. */
final class FasjsonSession {

    private final Session session;
    private final FasjsonLogin login;

    FasjsonSession(String connection, FasjsonLogin login, Duration margin, Clock clock) {
        this.login = login;
        this.session = new Session(connection, login, margin, clock);
    }

    <T> T with(Request request, Function<Request, T> call) {
        return session.with(ticket -> call.apply(request.with("Accept", "application/json").with("Authorization", negotiate(ticket))));
    }

    /** For one request: the server takes each only once. */
    Access access() {
        Ticket held = session.ticket();
        return new Access("Kerberos ticket, for one request", "Authorization", negotiate(held), held.expires());
    }

    private String negotiate(Ticket ticket) {
        return "Negotiate " + token(ticket);
    }

    /** A login that the realm no longer honours shows only here, where a ticket for the server is asked for. */
    private String token(Ticket ticket) {
        try {
            return login.token();
        } catch (ServiceException refused) {
            if (refused.turn() == Turn.LATER) {
                throw refused;
            }
            session.insteadOf(ticket);
            return login.token();
        }
    }
}
