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
        if (operation.needsXapi()) {
            client.statements();
        }
    }

    @Override
    protected Object result(Exchange exchange, Message in) {
        if (!operation.needsXapi()) {
            return ofClients(exchange, in);
        }
        try {
            return ofStatements(in);
        } finally {
            in.removeHeader(LearningLockerConstants.KEY);
            in.removeHeader(LearningLockerConstants.SECRET);
        }
    }

    private Object ofClients(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case STORES -> client.stores();
            case STORE_BY_TITLE -> client.storeByTitle(needed(in, LearningLockerConstants.STORE, endpoint.getStore()));
            case CLIENTS -> this.<Client>inPieces(exchange, page -> client.clients(store(in), page));
            case COUNT_CLIENTS -> client.countClients(store(in));
            case CLIENT_BY_KEY -> client.clientsByKey(needed(in, LearningLockerConstants.KEY, null));
            case CLIENT -> client.client(id(in));
            case CREATE_CLIENT -> client.create(body(in, ClientRequest.class));
            case UPDATE_CLIENT -> client.update(body(in, ClientChange.class));
            case DISABLE_CLIENT -> client.update(ClientChange.of(id(in)).withTrusted(false));
            case ENABLE_CLIENT -> client.update(ClientChange.of(id(in)).withTrusted(true));
            case ROTATE_SECRET -> client.rotateSecret(id(in));
            case DELETE_CLIENT -> client.delete(id(in));
            default -> throw new IllegalStateException(operation + " is about statements");
        };
    }

    private Object ofStatements(Message in) {
        StatementClient statements = client.statements();
        return switch (operation) {
            case ABOUT -> statements.about();
            case POST_STATEMENTS -> statements.post(login(in), JsonBody.of(in.getBody()));
            case STATEMENT -> statements.statement(login(in), statement(in));
            case VOIDED_STATEMENT -> statements.voidedStatement(login(in), statement(in));
            case VOID_STATEMENT -> statements.voidStatement(login(in), statement(in), JsonBody.of(in.getBody()));
            case VERIFY_CLIENT -> client.verify(id(in), login(in).orElseThrow(() -> new IllegalArgumentException("learning-locker:verifyClient needs the headers "
                    + LearningLockerConstants.KEY + " and " + LearningLockerConstants.SECRET)), JsonBody.of(in.getBody()));
            default -> throw new IllegalStateException(operation + " is not about statements");
        };
    }

    private String id(Message in) {
        return needed(in, LearningLockerConstants.CLIENT, null);
    }

    private Optional<String> store(Message in) {
        return given(in, LearningLockerConstants.STORE, endpoint.getStore());
    }

    private String statement(Message in) {
        return needed(in, LearningLockerConstants.STATEMENT, null);
    }

    /** Half a login is refused: what is stored under the wrong client stays for good. */
    private static Optional<Login> login(Message in) {
        Optional<String> key = given(in, LearningLockerConstants.KEY, null);
        Optional<String> secret = given(in, LearningLockerConstants.SECRET, null);
        if (key.isPresent() != secret.isPresent()) {
            throw new IllegalArgumentException("of the headers " + LearningLockerConstants.KEY + " and " + LearningLockerConstants.SECRET
                    + " only one is given; operations on statements take both or none");
        }
        return key.map(name -> new Login(name, secret.get()));
    }
}
