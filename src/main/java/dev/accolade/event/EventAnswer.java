package dev.accolade.event;

import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sender of an event gets. Nothing of the request is echoed. */
public final class EventAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(EventAnswer.class);

    /** The event was refused, or could not be read. */
    public void refuse(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (caught instanceof EventRefused refused) {
            send(exchange, refused.status(), refused.body());
        } else {
            send(exchange, 400, new EventRefused(400, "INVALID_FORMAT", "The body is no JSON object.").body());
        }
    }

    /** Something here failed: the sender may try again. */
    public void fail(Exchange exchange) {
        Throwable caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        LOG.error("An event could not be kept; its sender was told to try again, and the schedule sees the change in any case. {}", String.valueOf(caught));
        send(exchange, 503, Map.of("status", "UNAVAILABLE"));
    }

    /** Replaces the message by an answer; the body is turned into JSON by the route. */
    static void send(Exchange exchange, int status, Map<String, Object> body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(body);
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        Optional.of(status).filter(code -> code == 503).ifPresent(code -> message.setHeader("Retry-After", "10"));
    }
}
