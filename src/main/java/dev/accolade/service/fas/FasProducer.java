package dev.accolade.service.fas;

import dev.accolade.service.http.ServiceProducer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class FasProducer extends ServiceProducer {

    private final FasEndpoint endpoint;
    private final FasClient client;
    private final FasOperation operation;

    FasProducer(FasEndpoint endpoint, FasClient client) {
        super(endpoint, "fas:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), FasConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = FasOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUP_DATA -> groupData(exchange);
            case PEOPLE -> this.<FasPerson>inPieces(exchange, chunk -> client.people(endpoint.getChunkSize(), chunk));
            case PERSON_BY_USERNAME -> client.personByUsername(needed(in, FasConstants.USERNAME, null));
            case PERSON_BY_ID -> client.personById(number(in, FasConstants.PERSON_ID));
            case GROUP_BY_NAME -> client.groupByName(needed(in, FasConstants.GROUP_NAME, null));
            case GROUP_BY_ID -> client.groupById(number(in, FasConstants.GROUP_ID));
        };
    }

    private Object groupData(Exchange exchange) {
        boolean whole = endpoint.getChunkTo() == null;
        AtomicReference<FasCounts> counts = new AtomicReference<>();
        Object groups = this.<FasGroupMembers>inPieces(exchange,
                chunk -> counts.set(client.groupData(endpoint.isForceRefresh(), whole ? Integer.MAX_VALUE : endpoint.getChunkSize(), chunk)));
        return whole ? groups : counts.get();
    }
}
