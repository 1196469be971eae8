package dev.accolade.service.fasjson;

import dev.accolade.service.http.Batches;
import dev.accolade.service.http.ServiceProducer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class FasjsonProducer extends ServiceProducer {

    private final FasjsonEndpoint endpoint;
    private final FasjsonClient client;
    private final FasjsonOperation operation;

    FasjsonProducer(FasjsonEndpoint endpoint, FasjsonClient client) {
        super(endpoint, "fasjson:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), FasjsonConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = FasjsonOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUPS -> this.<FasjsonGroup>inPieces(exchange, chunks -> chunked(chunks, client::groups));
            case MEMBERS -> client.members(needed(in, FasjsonConstants.GROUP, null));
            case SPONSORS -> client.sponsors(needed(in, FasjsonConstants.GROUP, null));
            case USERS -> this.<FasjsonUser>inPieces(exchange, chunks -> chunked(chunks, client::users));
            case USER -> client.user(needed(in, FasjsonConstants.USERNAME, null));
            case GROUPS_OF_USER -> client.groupsOfUser(needed(in, FasjsonConstants.USERNAME, null));
            case SEARCH_USERS -> client.searchUsers(search(in));
            case ME -> client.me();
        };
    }

    private UserSearch search(Message in) {
        return in.getBody() instanceof UserSearch search ? search : UserSearch.by(endpoint.getTerm(), needed(in, FasjsonConstants.VALUE, null));
    }

    private <T> void chunked(Consumer<List<T>> chunks, Consumer<Consumer<T>> reading) {
        Batches<T> batches = new Batches<>(endpoint.getChunkSize(), chunks);
        reading.accept(batches::add);
        batches.flush();
    }
}
