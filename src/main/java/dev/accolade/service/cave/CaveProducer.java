package dev.accolade.service.cave;

import dev.accolade.service.http.ServiceProducer;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Exchange in, client call, exchange out. */
final class CaveProducer extends ServiceProducer {

    private final CaveEndpoint endpoint;
    private final CaveClient client;
    private final CaveOperation operation;

    CaveProducer(CaveEndpoint endpoint, CaveClient client) {
        super(endpoint, "cave:" + endpoint.getOperation(), Optional.ofNullable(endpoint.getChunkTo()), CaveConstants.CHUNK);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = CaveOperation.of(endpoint.getOperation());
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUPS -> client.groups();
            case GROUP -> client.group(number(in, CaveConstants.GROUP_ID));
            case GROUP_USERS -> client.groupUsers(number(in, CaveConstants.GROUP_ID));
            case USERS -> this.<CaveUser>inPieces(exchange, chunk -> client.users(endpoint.getChunkSize(), chunk));
            case USER -> client.user(number(in, CaveConstants.USER_ID));
            case USER_BY_EMAIL -> client.userByEmail(needed(in, CaveConstants.EMAIL, null));
            case USER_GROUPS -> client.userGroups(number(in, CaveConstants.USER_ID));
            case USER_PERMISSIONS -> client.userPermissions(number(in, CaveConstants.USER_ID));
        };
    }
}
