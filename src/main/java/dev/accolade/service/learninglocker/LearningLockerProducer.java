package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ServiceProducer;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class LearningLockerProducer extends ServiceProducer {

    private final LearningLockerEndpoint endpoint;
    private final LearningLockerClient client;
    private final LearningLockerOperation operation;

    LearningLockerProducer(LearningLockerEndpoint endpoint, LearningLockerClient client) {
        super(endpoint, "learning-locker:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), LearningLockerConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = LearningLockerOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case STORES -> client.stores();
            case STORE_BY_TITLE -> client.storeByTitle(needed(in, LearningLockerConstants.STORE, endpoint.getStore()));
            case CLIENTS -> this.<Client>inPieces(exchange,
                    page -> client.clients(given(in, LearningLockerConstants.STORE, endpoint.getStore()), page));
            case CLIENT_BY_KEY -> client.clientsByKey(needed(in, LearningLockerConstants.KEY, null));
            case CLIENT -> client.client(id(in));
            case CREATE_CLIENT -> client.create(body(in, ClientRequest.class));
            case UPDATE_CLIENT -> client.update(body(in, ClientChange.class));
            case DISABLE_CLIENT -> client.update(ClientChange.of(id(in)).withTrusted(false));
            case ENABLE_CLIENT -> client.update(ClientChange.of(id(in)).withTrusted(true));
        };
    }

    private String id(Message in) {
        return needed(in, LearningLockerConstants.CLIENT, null);
    }
}
