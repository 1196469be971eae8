package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceProducer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class BadgrProducer extends ServiceProducer {

    private final BadgrEndpoint endpoint;
    private final BadgrClient client;
    private final BadgrOperation operation;

    BadgrProducer(BadgrEndpoint endpoint, BadgrClient client) {
        super(endpoint, "badgr:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), BadgrConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = BadgrOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return operation.apply(new Asked(this, endpoint, client, exchange));
    }

    static Optional<String> text(Message in, String header, String option) {
        return given(in, header, option);
    }

    @Override
    protected String needed(Message in, String header, String option) {
        return super.needed(in, header, option);
    }

    @Override
    protected <T> T body(Message in, Class<T> type) {
        return super.body(in, type);
    }

    @Override
    protected <T> List<T> bodies(Message in, Class<T> type) {
        return super.bodies(in, type);
    }

    Object pieces(Exchange exchange, Consumer<Consumer<List<Assertion>>> reading) {
        return inPieces(exchange, reading);
    }
}
