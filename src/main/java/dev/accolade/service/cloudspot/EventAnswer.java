package dev.accolade.service.cloudspot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What Cloudspot gets for an event; nothing of the request is in it. */
record EventAnswer(int status, ObjectNode body) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static EventAnswer error(int status, String word, String message) {
        ObjectNode body = JSON.objectNode().put("status", word);
        body.putObject("error").put("message", message);
        return new EventAnswer(status, body);
    }

    /** Something here failed: Cloudspot may send the event again. */
    static EventAnswer later() {
        return new EventAnswer(503, JSON.objectNode().put("status", "UNAVAILABLE"));
    }

    /** @param id what the application calls a new user */
    static EventAnswer of(EventOutcome outcome, CloudspotEvent event, Optional<String> id) {
        return switch (outcome) {
            case UPDATED, RECEIVED -> new EventAnswer(outcome.status(), JSON.objectNode().put("status", outcome.word()));
            case CREATED -> new EventAnswer(outcome.status(), JSON.objectNode().put("status", outcome.word()).put("id", id.orElse("")));
            case EXISTS -> error(outcome.status(), outcome.word(), "User already exists.");
            case USER_UNKNOWN -> error(outcome.status(), outcome.word(), "No user matched the " + nameOf(event) + ".");
            case COMPANY_UNKNOWN -> error(outcome.status(), outcome.word(), "No company matched the id.");
        };
    }

    /** What Cloudspot calls the name of a user, in this event. */
    private static String nameOf(CloudspotEvent event) {
        if (event instanceof CloudspotEvent.EmailUpdated) {
            return "current_email";
        }
        if (event instanceof CloudspotEvent.PinUpdated) {
            return "user_username";
        }
        boolean byToken = event instanceof CloudspotEvent.PermissionsUpdated update && update.username().isEmpty();
        return byToken ? "token" : event instanceof CloudspotEvent.UserCreated ? "user_email" : "username";
    }

    void writeTo(Message message) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        if (status == 503) {
            message.setHeader("Retry-After", "10");
        }
        message.setBody(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
