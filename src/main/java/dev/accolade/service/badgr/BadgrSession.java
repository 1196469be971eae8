package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
import dev.accolade.service.http.ServiceException.Effect;
import dev.accolade.service.http.ServiceException.Turn;
import dev.accolade.service.http.Session;
import dev.accolade.service.http.Ticket;
import dev.accolade.service.http.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Badgr lets one in: by password, and from then on by a refresh token that each use replaces; when that is refused, by password again.
 * Tokens live in memory only. Source: docs/services/badgr.md, section 3.
 */
final class BadgrSession implements Session.Door {

    private final Wire wire;
    private final BadgrConfiguration configuration;
    private final Clock clock;

    BadgrSession(Wire wire, BadgrConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.configuration = configuration;
        this.clock = clock;
    }

    Session open() {
        return new Session(wire.connection(), this, Duration.ofMillis(configuration.getTokenMargin()), clock);
    }

    @Override
    public Ticket enter(Optional<Ticket> last) {
        Optional<String> renewal = last.flatMap(Ticket::renewal);
        if (renewal.isEmpty()) {
            return byPassword();
        }
        try {
            return token(List.of(Map.entry("grant_type", "refresh_token"), Map.entry("refresh_token", renewal.get())));
        } catch (ServiceException refused) {
            if (refused.status().isEmpty()) {
                throw refused;
            }
            return byPassword();
        }
    }

    private Ticket byPassword() {
        return token(List.of(Map.entry("grant_type", "password"), Map.entry("username", configuration.getUsername()),
                Map.entry("password", configuration.getPassword()), Map.entry("scope", configuration.getScope())));
    }

    private Ticket token(List<Map.Entry<String, String>> grant) {
        List<Map.Entry<String, String>> form = new ArrayList<>(grant);
        form.add(Map.entry("client_id", configuration.getClientId()));
        Optional.ofNullable(configuration.getClientSecret()).ifPresent(secret -> form.add(Map.entry("client_secret", secret)));
        Request request = Request.of("POST", "/o/token").with("Accept", "application/json").form(form);
        Instant before = clock.instant();
        JsonReply reply = wire.send(request);
        if (!reply.isSuccess()) {
            throw refusal(request, reply);
        }
        JsonNode json = reply.json();
        if (!json.path("access_token").isTextual()) {
            throw wire.misunderstood(request, reply, "no access_token");
        }
        // Badgr lengthens a token that is used, so the end told here is the earliest one.
        Optional<Instant> end = json.path("expires_in").canConvertToInt() ? Optional.of(before.plusSeconds(json.path("expires_in").asInt()))
                : Optional.empty();
        return new Ticket(json.path("access_token").asText(), end,
                json.path("refresh_token").isTextual() ? Optional.of(json.path("refresh_token").asText()) : Optional.empty());
    }

    private ServiceException refusal(Request request, JsonReply reply) {
        if (reply.status() == 429) {
            Duration wait = Duration.ofSeconds(Math.min(reply.json().path("expires").asLong(0), 3600));
            return new ServiceException(Turn.LATER, Effect.NONE, 429, wait, wire.connection()
                    + ": HTTP 429 on POST /o/token (Badgr takes no login for now, after failed ones by this user name or from this address)", null);
        }
        if (reply.status() >= 500) {
            return wire.refused(request, reply);
        }
        return wire.refused(request, reply, Turn.OPERATOR, why(reply.json().path("error").asText("")));
    }

    private static String why(String error) {
        return switch (error) {
            case "invalid_grant" -> "user name or password, or the refresh token, is not accepted";
            case "invalid_client", "invalid client_id", "invalid client_secret" -> "clientId or clientSecret is not accepted";
            case "invalid_scope", "invalid scope requested" -> "this application may not have the configured scope";
            default -> "the login is refused; check username, password, clientId and scope";
        };
    }
}
