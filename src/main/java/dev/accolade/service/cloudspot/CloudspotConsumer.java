package dev.accolade.service.cloudspot;

import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cloudspot's webhook: opens an address of Camel's own web server, and hands each event to the route in an exchange of its own, in which nothing of
 * the request is but the event. Source: docs/services/cloudspot.md, The webhook.
 */
final class CloudspotConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(CloudspotConsumer.class);
    private static final String PEER = "CamelVertxPlatformHttpRemoteAddress";

    private final CloudspotEndpoint endpoint;
    private final AllowedSenders allowed;
    private Consumer door;

    CloudspotConsumer(CloudspotEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.allowed = AllowedSenders.of(endpoint.getAllow());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        String address = "platform-http:" + endpoint.getSecretPath() + "?httpMethodRestrict=POST";
        door = getEndpoint().getCamelContext().getEndpoint(address).createConsumer(this::receive);
        ServiceHelper.startService(door);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(door);
        super.doStop();
    }

    private void receive(Exchange http) {
        EventAnswer answer;
        try {
            verify(http.getMessage());
            answer = handedOver(CloudspotEventJson.read(bytes(http.getMessage())));
        } catch (EventRefused refused) {
            answer = refused.answer();
        }
        answer.writeTo(http.getMessage());
    }

    private void verify(Message request) {
        String peer = request.getHeader(PEER, "", String.class);
        if (!allowed.include(peer)) {
            LOG.warn("An event for {} came from {}, which is not allowed to send any. It was not read. Add the address to the option allow, in Accolade source.{}.webhook-allow, if it is Cloudspot's.",
                    connection(), AllowedSenders.host(peer), connection());
            throw new EventRefused(404, "NOT_FOUND", "There is nothing here.");
        }
    }

    private String connection() {
        return Optional.ofNullable(endpoint.getConnection()).orElse("cloudspot");
    }

    private byte[] bytes(Message request) {
        byte[] body = request.getBody(byte[].class);
        if (body != null && body.length > endpoint.getMaxEventBytes()) {
            throw new EventRefused(413, "INVALID_FORMAT", "An event has at most " + endpoint.getMaxEventBytes() + " bytes.");
        }
        return body == null ? new byte[0] : body;
    }

    private EventAnswer handedOver(CloudspotEvent event) {
        if (event instanceof CloudspotEvent.Unknown unknown) {
            LOG.warn("Cloudspot sent an event '{}', which is not known here. The route gets its name alone.", unknown.name());
        }
        Exchange exchange = createExchange(false);
        try {
            exchange.setPattern(ExchangePattern.InOnly);
            exchange.getIn().setBody(event);
            exchange.getIn().setHeader(CloudspotConstants.EVENT, event.name());
            createUoW(exchange);
            getProcessor().process(exchange);
            return answer(exchange, event);
        } catch (Exception failure) {
            return failed(event, failure);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    private static EventAnswer answer(Exchange exchange, CloudspotEvent event) {
        if (exchange.getException() != null) {
            return failed(event, exchange.getException());
        }
        Message result = exchange.getMessage();
        Optional<String> id = Optional.ofNullable(result.getHeader(CloudspotConstants.USER_ID, String.class)).filter(text -> !text.isBlank());
        EventOutcome said = result.getHeader(CloudspotConstants.OUTCOME, EventOutcome.class);
        if (said == null && result.getHeader(CloudspotConstants.OUTCOME) != null || said == EventOutcome.CREATED && id.isEmpty()) {
            return failed(event, new IllegalStateException("the route left something in " + CloudspotConstants.OUTCOME + " that is no outcome, or CREATED without "
                    + CloudspotConstants.USER_ID));
        }
        return EventAnswer.of(said == null ? EventOutcome.usual(event, id.isPresent()) : said, event, id);
    }

    private static EventAnswer failed(CloudspotEvent event, Exception failure) {
        LOG.error("The route for Cloudspot's event {} failed; Cloudspot was told to send it again later. {}", event.name(), failure.toString());
        return EventAnswer.later();
    }
}
