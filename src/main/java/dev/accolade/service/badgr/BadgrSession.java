package dev.accolade.service.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.service.http.JsonReply;
import dev.accolade.service.http.Request;
import dev.accolade.service.http.ServiceException;
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
 * How Badgr lets one in: by password or client credentials, or with a token that is given; from then on by a refresh token that each use replaces;
 * when that is refused, by the login again. Tokens live in memory only. Source: docs/services/badgr.md, section 3.
 */
final class BadgrSession implements Session.Door {

    private final Wire wire;
    private final BadgrConfiguration configuration;
    private final Clock clock;
    private final TokenRefusal refusal;
    private volatile boolean afresh;
    private volatile int entered;
    private String spent = "";

    BadgrSession(Wire wire, BadgrConfiguration configuration, Clock clock) {
        this.wire = wire;
        this.configuration = configuration;
        this.clock = clock;
        this.refusal = new TokenRefusal(wire);
    }

    Session open() {
        return new Session(wire.connection(), this, Duration.ofMillis(configuration.getTokenMargin()), clock);
    }

    /** The next ticket is had by logging in, whatever could be refreshed. */
    void forget() {
        afresh = true;
    }

    /** How many tickets were had so far. */
    int entered() {
        return entered;
    }

    @Override
    public Ticket enter(Optional<Ticket> last) {
        Ticket ticket = ticket(last);
        afresh = false;
        entered++;
        return ticket;
    }

    private Ticket ticket(Optional<Ticket> last) {
        if (last.isEmpty() && !afresh && configuration.getToken() != null) {
            return new Ticket(configuration.getToken(), Optional.empty(), Optional.ofNullable(configuration.getRefreshToken()));
        }
        Optional<String> renewal = last.isPresent() ? last.flatMap(Ticket::renewal) : Optional.ofNullable(configuration.getRefreshToken());
        if (afresh || renewal.isEmpty() || renewal.get().equals(spent)) {
            return login();
        }
        try {
            return token(List.of(Map.entry("grant_type", "refresh_token"), Map.entry("refresh_token", renewal.get())), false);
        } catch (ServiceException refused) {
            if (!isSpent(refused)) {
                throw refused;
            }
            spent = renewal.get();
            if (!configuration.canLogIn()) {
                throw refused;
            }
            return login();
        }
    }

    /** Whether Badgr looked at the refresh token and does not take it; 500 is how it answers one whose access token was revoked alone. */
    private static boolean isSpent(ServiceException refused) {
        int status = refused.status().orElse(0);
        return status == 400 || status == 401 || status == 500;
    }

    private Ticket login() {
        if (!configuration.canLogIn()) {
            throw new BadgrClientException(wire.connection() + ": the token that was given is no longer accepted and there is nothing to get another "
                    + "with. Nothing was sent; give username and password, a clientSecret, or a new token with its refreshToken.");
        }
        if (configuration.getUsername() == null) {
            return token(List.of(Map.entry("grant_type", "client_credentials"), Map.entry("scope", configuration.getScope())), true);
        }
        return token(List.of(Map.entry("grant_type", "password"), Map.entry("username", configuration.getUsername()),
                Map.entry("password", configuration.getPassword()), Map.entry("scope", configuration.getScope())), true);
    }

    private Ticket token(List<Map.Entry<String, String>> grant, boolean login) {
        List<Map.Entry<String, String>> form = new ArrayList<>(grant);
        form.addAll(client());
        Request request = Request.of("POST", "/o/token").with("Accept", "application/json").form(form);
        Instant before = clock.instant();
        JsonReply reply = wire.send(request);
        if (!reply.isSuccess()) {
            throw refusal.of(request, reply, login);
        }
        return ticket(request, reply, before);
    }

    private Ticket ticket(Request request, JsonReply reply, Instant before) {
        JsonNode json = reply.json();
        try {
            // Badgr lengthens a token that is used, so the end told here is the earliest one.
            JsonNode life = json.path("expires_in");
            if (!life.isMissingNode() && !(life.isIntegralNumber() && life.canConvertToInt() && life.intValue() > 0)) {
                throw Fields.wrong("expires_in");
            }
            Optional<Instant> end = life.isMissingNode() ? Optional.empty() : Optional.of(before.plusSeconds(life.intValue()));
            return new Ticket(Fields.text(json, "access_token"), end, Fields.optional(json, "refresh_token"));
        } catch (IllegalArgumentException wrong) {
            throw wire.misunderstood(request, reply, wrong.getMessage());
        }
    }

    /** Gives a ticket up: with its refresh token, for giving up the access token alone leaves the other in a state that fails. */
    void revoke(Ticket ticket) {
        List<Map.Entry<String, String>> form = new ArrayList<>(client());
        form.add(Map.entry("token", ticket.renewal().orElse(ticket.secret())));
        wire.ask(Request.of("POST", "/o/revoke_token/").form(form));
        forget();
    }

    private List<Map.Entry<String, String>> client() {
        List<Map.Entry<String, String>> form = new ArrayList<>(List.of(Map.entry("client_id", configuration.getClientId())));
        Optional.ofNullable(configuration.getClientSecret()).ifPresent(secret -> form.add(Map.entry("client_secret", secret)));
        return form;
    }
}
