package dev.accolade.service.badgr;

import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Wire;
import java.time.Duration;

/** What it means that the token endpoint, or another that is guarded by its back-off, refused. Source: docs/services/badgr.md, section 3. */
final class TokenRefusal {

    private static final long LONGEST_BLOCK = 3600;
    /** As long as Badgr remembers a failed login. Nothing but a person mends a wrong password, so nothing is lost by not asking. */
    private static final Duration UNTIL_A_PERSON_ACTS = Duration.ofHours(1);

    private final Wire wire;

    TokenRefusal(Wire wire) {
        this.wire = wire;
    }

    /** @param login whether credentials were refused, not a refresh token */
    ServiceException of(Request request, JsonReply reply, boolean login) {
        if (reply.status() == 429) {
            return tooMany(request, reply);
        }
        if (reply.status() >= 500 || reply.status() < 400) {
            return wire.refused(request, reply);
        }
        ServiceException refused = wire.refused(request, reply, Turn.OPERATOR, why(reply.json().path("error").asText("")));
        return login ? new ServiceException(Turn.OPERATOR, Effect.NONE, reply.status(), UNTIL_A_PERSON_ACTS, refused.getMessage(), null) : refused;
    }

    /** Badgr tells the whole length of the block, not what is left of it. */
    ServiceException tooMany(Request request, JsonReply reply) {
        long told = reply.json().path("expires").isIntegralNumber() ? reply.json().path("expires").asLong(0) : 0;
        Duration wait = Duration.ofSeconds(Math.max(0, Math.min(told, LONGEST_BLOCK)));
        return new ServiceException(Turn.LATER, Effect.NONE, 429, wait, wire.connection()
                + ": HTTP 429 on " + request + " (Badgr takes no login for now, after failed ones by this user name or from this address)", null);
    }

    private static String why(String error) {
        return switch (error) {
            case "invalid_grant" -> "user name or password, or the refresh token, is not accepted";
            case "invalid_client", "invalid client_id", "invalid client_secret" -> "clientId or clientSecret is not accepted";
            case "invalid_scope", "invalid scope requested" -> "this application may not have the configured scope";
            case "unauthorized_client" -> "this application may not log in this way";
            default -> "the login is refused; check username, password, clientId and scope";
        };
    }
}
