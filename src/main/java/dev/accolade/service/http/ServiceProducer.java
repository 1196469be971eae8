package dev.accolade.service.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Reads what an operation needs from the exchange, and says what is missing. */
public abstract class ServiceProducer extends DefaultProducer {

    private final String operation;
    private final Optional<String> chunkTo;
    private final String chunkHeader;
    private ProducerTemplate template;

    /** @param operation as in a route: {@code badgr:issueAssertion} */
    protected ServiceProducer(Endpoint endpoint, String operation, Optional<String> chunkTo, String chunkHeader) {
        super(endpoint);
        this.operation = operation;
        this.chunkTo = chunkTo;
        this.chunkHeader = chunkHeader;
    }

    @Override
    public void process(Exchange exchange) {
        Object result = result(exchange, exchange.getMessage());
        exchange.getMessage().setBody(result);
    }

    /** What becomes the body. */
    protected abstract Object result(Exchange exchange, Message in);

    /** A list read piece by piece: handed over to another endpoint where one is named (the result is then their number), else as a whole. */
    protected <T> Object inPieces(Exchange exchange, Consumer<Consumer<List<T>>> reading) {
        if (chunkTo.isEmpty()) {
            List<T> all = new ArrayList<>();
            reading.accept(all::addAll);
            return all;
        }
        Chunks.Handover<T> handover = new Chunks(template, chunkTo.get(), chunkHeader).of(exchange);
        reading.accept(handover);
        return handover.items();
    }

    protected static Optional<String> given(Message in, String header, String option) {
        return Optional.ofNullable(in.getHeader(header, option, String.class)).filter(text -> !text.isBlank());
    }

    protected String needed(Message in, String header, String option) {
        return given(in, header, option).orElseThrow(() -> new IllegalArgumentException(operation + " needs the header " + header));
    }

    protected long number(Message in, String header) {
        String text = needed(in, header, null);
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(operation + " needs a whole number in the header " + header, noNumber);
        }
    }

    protected <T> T body(Message in, Class<T> type) {
        if (!type.isInstance(in.getBody())) {
            throw new IllegalArgumentException(operation + " needs a body of " + type.getSimpleName());
        }
        return type.cast(in.getBody());
    }

    protected <T> List<T> bodies(Message in, Class<T> type) {
        List<T> all = new ArrayList<>();
        for (Object one : body(in, Iterable.class)) {
            if (!type.isInstance(one)) {
                throw new IllegalArgumentException(operation + " needs a list of " + type.getSimpleName());
            }
            all.add(type.cast(one));
        }
        return all;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (chunkTo.isPresent()) {
            template = getEndpoint().getCamelContext().createProducerTemplate();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(template);
        super.doStop();
    }
}
