package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Accounts;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Hints;
import dev.accolade.model.Coverage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    public void receive(Exchange exchange, @Header("AccoladeService") String source) {
        byte[] body = EventSteps.body(exchange);
        String peer = peer(exchange);
        if (!allowed.getOrDefault(source, Set.of()).contains(peer)) {
            LOG.warn("An event for {} came from {}, which is not allowed to send any. It was not read. Add the address to source.{}.webhook-allow if it is Cloudspot's.",
                    source, peer, source);
            EventSteps.reply(exchange, 404, "NOT_FOUND", "There is nothing here.");
        } else if (body.length > EventSteps.MOST_BYTES) {
            EventSteps.reply(exchange, 413, "TOO_LARGE", "An event has at most " + EventSteps.MOST_BYTES + " bytes.");
        } else {
            EventSteps.json(body).filter(JsonNode::isObject).ifPresentOrElse(json -> event(exchange, source, json, EventSteps.digest(body)),
                    () -> EventSteps.reply(exchange, 400, "INVALID_FORMAT", "The body is no JSON object."));
        }
    }

    private void event(Exchange exchange, String source, JsonNode json, String digest) {
        String name = json.path("event").asText("");
        JsonNode data = json.path("data");
        switch (name) {
            case "permissions.updated" -> permissions(exchange, source, data, digest);
            case "user.created" -> created(exchange, source, data, digest);
            default -> {
                events.keep(source, name.length() > 64 ? name.substring(0, 64) : name, null, null, digest);
                LOG.warn("Cloudspot sent {} an event '{}', which means nothing here. It was kept and changes nothing.", source, name.replaceAll("[^\\w.-]", "?"));
                EventSteps.reply(exchange, 200, "RECEIVED", null);
            }
        }
    }

    private void permissions(Exchange exchange, String source, JsonNode data, String digest) {
        Optional<String> username = EventSteps.text(data, "username");
        if (username.isEmpty()) {
            EventSteps.reply(exchange, 400, "EXPECTED_VALUE", "The event needs 'username'.");
            return;
        }
        events.keep(source, "permissions.updated", username.get(), EventSteps.text(data, "company_id").orElse(null), digest);
        if (accounts.idOf(source, username.get()).isEmpty()) {
            EventSteps.reply(exchange, 404, "NOT_FOUND", "No user matched the username.");
            return;
        }
        lookAgain(source, username.get());
        EventSteps.reply(exchange, 200, "OBJECT_UPDATED", null);
    }

    private void created(Exchange exchange, String source, JsonNode data, String digest) {
        Optional<String> email = EventSteps.text(data, "user_email");
        if (email.isEmpty()) {
            EventSteps.reply(exchange, 400, "EXPECTED_VALUE", "The event needs 'user_email'.");
            return;
        }
        events.keep(source, "user.created", email.get(), null, digest);
        Optional<String> token = EventSteps.text(data, "license_token");
        if (token.isEmpty()) {
            EventSteps.reply(exchange, 200, "RECEIVED", null);
            return;
        }
        accounts.enrolUnverified(source, email.get(), token.get()).ifPresentOrElse(id -> {
            lookAgain(source, email.get());
            EventSteps.reply(exchange, 200, Map.of("status", "OBJECT_CREATED", "id", id));
        }, () -> EventSteps.reply(exchange, 400, "OBJECT_EXISTS", "User already exists."));
    }

    private void lookAgain(String source, String username) {
        hints.raise(new Coverage(source, Coverage.Kind.MEMBER, username.toLowerCase(java.util.Locale.ROOT)));
    }

    private static String peer(Exchange exchange) {
        String address = String.valueOf(exchange.getMessage().getHeader("CamelVertxPlatformHttpRemoteAddress"));
        return address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }
}
