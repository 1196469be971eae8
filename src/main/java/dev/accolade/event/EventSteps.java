package dev.accolade.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accolade.ledger.Events;
import dev.accolade.ledger.Hints;
import dev.accolade.ledger.Names;
import dev.accolade.model.Coverage;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/** {@code POST /events/NAME} with <code>{"member": ..., "scope": ...}</code>, signed. */
public final class EventSteps {

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

    /** @throws EventRefused when the body is too large, or the signature or its time is missing, wrong or old */
    public void verify(Exchange exchange, @Header("AccoladeService") String source) {
        byte[] body = EventBody.checked(exchange);
        if (!signature.isGood(secrets.get(source), exchange.getMessage().getHeader(Signature.TIME_HEADER, String.class),
                exchange.getMessage().getHeader(Signature.HEADER, String.class), body)) {
            throw new EventRefused(401, "NOT_AUTHORIZED", "The signature or its time is missing, wrong or older than five minutes.");
        }
    }

    /**
     * Keeps a verified event as a hint.
     *
     * @throws EventRefused when it names nobody and nothing
     */
    public void keep(Exchange exchange, @Body JsonNode event, @Header("AccoladeService") String source) {
        Optional<String> member = EventBody.text(event, "member");
        Optional<String> scope = EventBody.text(event, "scope");
        if (member.isEmpty() && scope.isEmpty()) {
            throw new EventRefused(400, "EXPECTED_VALUE", "The event needs 'member' or 'scope', as text.");
        }
        events.keep(source, "event", member.orElse(null), scope.orElse(null));
        hints.raise(member.map(name -> new Coverage(source, Coverage.Kind.MEMBER, name))
                .orElseGet(() -> new Coverage(source, Coverage.Kind.SCOPE, names.scopeId(source, scope.orElseThrow()).orElse(scope.orElseThrow()))));
        EventAnswer.send(exchange, 202, Map.of("status", "RECEIVED"));
    }
}
