package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Hints;
import dev.accolade.model.Coverage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cloudspot's webhook. Nobody signs it, so it is read only from allowed addresses under an unguessable path, and never changes anything by
 * itself. Source: docs/services/cloudspot.md
 */
public final class CloudspotEventSteps {

    private static final Logger LOG = LoggerFactory.getLogger(CloudspotEventSteps.class);

    private final Hints hints;
    private final Events events;
    private final Accounts accounts;
    private final Map<String, Set<String>> allowed;

    /** @param allowed addresses by source */
    public CloudspotEventSteps(Hints hints, Events events, Accounts accounts, Map<String, Set<String>> allowed) {
        this.hints = hints;
        this.events = events;
        this.accounts = accounts;
        this.allowed = Map.copyOf(allowed);
    }

    /** @throws EventRefused when it comes from elsewhere or is too large */
    public void verify(Exchange exchange, @Header("AccoladeService") String source) {
        String peer = peer(exchange);
        if (!allowed.getOrDefault(source, Set.of()).contains(peer)) {
            LOG.warn("An event for {} came from {}, which is not allowed to send any. It was not read. Add the address to source.{}.webhook-allow if it is Cloudspot's.",
                    source, peer, source);
            throw new EventRefused(404, "NOT_FOUND", "There is nothing here.");
        }
        EventBody.checked(exchange);
    }

    /** @throws EventRefused when a part of it is missing, or nobody is enrolled under the name */
    public void keep(Exchange exchange, @Body JsonNode json, @Header("AccoladeService") String source, @Header(EventBody.DIGEST) String digest) {
        String name = json.path("event").asText("");
        JsonNode data = json.path("data");
        switch (name) {
            case "permissions.updated" -> permissions(exchange, source, data, digest);
            case "user.email.updated" -> emailUpdated(exchange, source, data, digest);
            case "user.created" -> created(exchange, source, data, digest);
            default -> unknown(exchange, source, name.replaceAll("[^\\w.-]", "?"), digest);
        }
    }

    private void unknown(Exchange exchange, String source, String name, String digest) {
        events.keep(source, name.length() > 64 ? name.substring(0, 64) : name, null, null, digest);
        LOG.warn("Cloudspot sent {} an event '{}', which means nothing here. It was kept and changes nothing.", source, name);
        EventAnswer.send(exchange, 200, Map.of("status", "RECEIVED"));
    }

    private void permissions(Exchange exchange, String source, JsonNode data, String digest) {
        String username = EventBody.needed(data, "username");
        events.keep(source, "permissions.updated", username, EventBody.text(data, "company_id").orElse(null), digest);
        if (accounts.idOf(source, username).isEmpty()) {
            throw new EventRefused(404, "NOT_FOUND", "No user matched the username.");
        }
        lookAgain(source, username);
        EventAnswer.send(exchange, 200, Map.of("status", "OBJECT_UPDATED"));
    }

    /** The address it brings is not believed: the account's own profile shows it. */
    private void emailUpdated(Exchange exchange, String source, JsonNode data, String digest) {
        String current = EventBody.needed(data, "current_email");
        events.keep(source, "user.email.updated", current, null, digest);
        if (accounts.idOf(source, current).isEmpty()) {
            throw new EventRefused(404, "NOT_FOUND", "No user matched the current_email.");
        }
        lookAgain(source, current);
        EventAnswer.send(exchange, 200, Map.of("status", "OBJECT_UPDATED"));
    }

    private void created(Exchange exchange, String source, JsonNode data, String digest) {
        String email = EventBody.needed(data, "user_email");
        events.keep(source, "user.created", email, null, digest);
        Optional<String> token = EventBody.text(data, "license_token");
        if (token.isEmpty()) {
            EventAnswer.send(exchange, 200, Map.of("status", "RECEIVED"));
            return;
        }
        String id = accounts.enrolUnverified(source, email, token.get()).orElseThrow(() -> new EventRefused(400, "OBJECT_EXISTS", "User already exists."));
        lookAgain(source, email);
        EventAnswer.send(exchange, 200, Map.of("status", "OBJECT_CREATED", "id", id));
    }

    private void lookAgain(String source, String username) {
        hints.raise(new Coverage(source, Coverage.Kind.MEMBER, username.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String peer(Exchange exchange) {
        String address = String.valueOf(exchange.getMessage().getHeader("CamelVertxPlatformHttpRemoteAddress"));
        return address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }
}
