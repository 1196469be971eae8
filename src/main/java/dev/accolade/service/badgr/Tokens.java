package dev.accolade.service.badgr;

import dev.accolade.service.http.Access;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Ticket;
import java.util.List;

/** The login of this connection, and the tokens of its account. Source: docs/services/badgr.md, section 3. */
final class Tokens {

    private final Api api;
    private final BadgrSession door;

    Tokens(Api api, BadgrSession door) {
        this.api = api;
        this.door = door;
    }

    /** Logs in with the credentials, even where a token could be refreshed; other threads use the new token from then on. */
    synchronized Login authenticate() {
        door.forget();
        return renewed();
    }

    /** Has the token replaced now, by its refresh token where there is one; the old one ends at once. */
    synchronized Login refresh() {
        return renewed();
    }

    /** The token that requests carry now. */
    Access access() {
        Ticket held = api.session().ticket();
        return new Access("OAuth2 access token", "Authorization", "Bearer " + held.secret(), held.expires());
    }

    private Login renewed() {
        Session session = api.session();
        int before = door.entered();
        Ticket held = session.ticket();
        return login(door.entered() == before ? session.insteadOf(held) : held);
    }

    /** The unexpired tokens of the account. */
    List<AccessToken> all() {
        return api.list(Request.of("GET", "/v2/auth/tokens"), BadgrJson::token);
    }

    void revoke(String entityId) {
        api.done(Request.of("DELETE", "/v2/auth/tokens/" + Api.checked(entityId)));
    }

    /** Gives up this connection's own token and refresh token; the next call logs in. */
    synchronized void revokeOwn() {
        door.revoke(api.session().ticket());
    }

    private static Login login(Ticket ticket) {
        return new Login(ticket.expires(), ticket.renewal().isPresent());
    }
}
