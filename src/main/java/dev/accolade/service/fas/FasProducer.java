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
    protected Object result(Exchange exchange, Message message) {
        FasInput in = new FasInput("fas:" + operation.text(), message);
        return switch (operation.topic()) {
            case STREAMS -> streamed(exchange);
            case GROUPS -> new GroupOperations(client, endpoint.isFull()).run(operation, in);
            case PEOPLE -> new PeopleOperations(client, endpoint.isFull(), endpoint.isAsUser()).run(operation, in);
            case ACCOUNTS -> new AccountOperations(client).run(operation, in);
            case VISITS -> new VisitOperations(client.visits()).run(operation, in);
        };
    }

    private Object streamed(Exchange exchange) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUP_DATA -> groupData(exchange);
            default -> this.<FasPerson>inPieces(exchange, chunk -> client.people(endpoint.getChunkSize(), chunk));
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
