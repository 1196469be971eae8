package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The body of an event: its size, its digest, its texts. */
final class EventBody {

    static final int MOST_BYTES = 64 * 1024;
    /** Header with the digest of the body as it was sent. */
    static final String DIGEST = "AccoladeDigest";

    private EventBody() {}

    /**
     * The bytes as sent; their digest is kept in a header for later.
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
        exchange.getMessage().setHeader(DIGEST, digest(bytes));
        return bytes;
    }

    /** A text or whole number of bearable length. */
    static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isTextual() || value.isIntegralNumber() ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty() && text.length() <= 320) : Optional.empty();
    }

    /** @throws EventRefused when it is missing or of another type */
    static String needed(JsonNode json, String name) {
        return text(json, name).orElseThrow(() -> new EventRefused(400, "EXPECTED_VALUE", "The event needs '" + name + "'."));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }
}
