package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The body of an event: its size, its texts. */
final class EventBody {

    static final int MOST_BYTES = 64 * 1024;

    private EventBody() {}

    /**
     * The bytes as sent.
     *
     * @throws EventRefused when there are too many
     */
    static byte[] checked(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        byte[] bytes = body == null ? new byte[0] : body;
        if (bytes.length > MOST_BYTES) {
            throw new EventRefused(413, "TOO_LARGE", "An event has at most " + MOST_BYTES + " bytes.");
        }
        exchange.getMessage().setBody(bytes);
        return bytes;
    }

    /** A text or whole number of bearable length. */
    static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isTextual() || value.isIntegralNumber() ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty() && text.length() <= 320) : Optional.empty();
    }
}
