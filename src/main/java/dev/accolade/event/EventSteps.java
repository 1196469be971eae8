package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Names;
import dev.accolade.model.Coverage;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;

/** {@code POST /events/NAME} with <code>{"member": ..., "scope": ...}</code>, signed. */
public final class EventSteps {

    static final String STATUS = "AccoladeStatus";
    static final int MOST_BYTES = 64 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Hints hints;
    private final Events events;
    private final Names names;
    private final Signature signature;
    private final Map<String, String> secrets;

    /** @param secrets by source */
    public EventSteps(Hints hints, Events events, Names names, Signature signature, Map<String, String> secrets) {
        this.hints = hints;
        this.events = events;
        this.names = names;
        this.signature = signature;
        this.secrets = Map.copyOf(secrets);
    }

    public void receive(Exchange exchange, @Header("AccoladeService") String source) {
        byte[] body = body(exchange);
        String time = exchange.getMessage().getHeader(Signature.TIME_HEADER, String.class);
        String signed = exchange.getMessage().getHeader(Signature.HEADER, String.class);
        if (body.length > MOST_BYTES) {
            reply(exchange, 413, "TOO_LARGE", "An event has at most " + MOST_BYTES + " bytes.");
        } else if (!signature.isGood(secrets.get(source), time, signed, body)) {
            reply(exchange, 401, "NOT_AUTHORIZED", "The signature or its time is missing, wrong or older than five minutes.");
        } else {
            json(body).filter(JsonNode::isObject).ifPresentOrElse(event -> take(exchange, source, event, body),
                    () -> reply(exchange, 400, "INVALID_FORMAT", "The body is no JSON object."));
        }
    }

    private void take(Exchange exchange, String source, JsonNode event, byte[] body) {
        Optional<String> member = text(event, "member");
        Optional<String> scope = text(event, "scope");
        if (member.isEmpty() && scope.isEmpty()) {
            reply(exchange, 400, "EXPECTED_VALUE", "The event needs 'member' or 'scope', as text.");
            return;
        }
        events.keep(source, "event", member.orElse(null), scope.orElse(null), digest(body));
        hints.raise(member.map(name -> new Coverage(source, Coverage.Kind.MEMBER, name))
                .orElseGet(() -> new Coverage(source, Coverage.Kind.SCOPE, names.scopeId(source, scope.orElseThrow()).orElse(scope.orElseThrow()))));
        reply(exchange, 202, "RECEIVED", null);
    }

    /** Replaces whatever came in by the answer: nothing of the request may be echoed. */
    public void answer(Exchange exchange) {
        Message message = exchange.getMessage();
        int status = message.getHeader(STATUS, 500, Integer.class);
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    static void reply(Exchange exchange, int status, String word, String explanation) {
        Map<String, Object> body = explanation == null ? Map.of("status", word) : Map.of("status", word, "error", Map.of("message", explanation));
        reply(exchange, status, body);
    }

    static void reply(Exchange exchange, int status, Map<String, Object> body) {
        try {
            exchange.getMessage().setBody(JSON.writeValueAsString(body));
        } catch (IOException impossible) {
            throw new IllegalStateException("an answer cannot be written as JSON", impossible);
        }
        exchange.getMessage().setHeader(STATUS, status);
    }

    static byte[] body(Exchange exchange) {
        byte[] body = exchange.getMessage().getBody(byte[].class);
        return body == null ? new byte[0] : body;
    }

    static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    static Optional<String> text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isTextual() || value.isIntegralNumber() ? Optional.of(value.asText()).filter(text -> !text.isBlank() && text.length() <= 320) : Optional.empty();
    }

    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this Java", everyJavaHasIt);
        }
    }

}
