package dev.accolade.service.cave;

import dev.accolade.service.http.Chunks;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Exchange in, client call, exchange out. */
final class CaveProducer extends DefaultProducer {

    private final CaveEndpoint endpoint;
    private final CaveClient client;
    private final CaveOperation operation;
    private ProducerTemplate template;

    CaveProducer(CaveEndpoint endpoint, CaveClient client) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = CaveOperation.of(endpoint.getOperation());
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(result(exchange, exchange.getMessage()));
    }

    private Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUPS -> client.groups();
            case GROUP -> client.group(needed(in, CaveConstants.GROUP_ID, Long.class));
            case GROUP_USERS -> client.groupUsers(needed(in, CaveConstants.GROUP_ID, Long.class));
            case USERS -> users(exchange);
            case USER -> client.user(needed(in, CaveConstants.USER_ID, Long.class));
            case USER_BY_EMAIL -> client.userByEmail(needed(in, CaveConstants.EMAIL, String.class));
            case USER_GROUPS -> client.userGroups(needed(in, CaveConstants.USER_ID, Long.class));
            case USER_PERMISSIONS -> client.userPermissions(needed(in, CaveConstants.USER_ID, Long.class));
        };
    }

    private Object users(Exchange exchange) {
        if (endpoint.getChunkTo() == null) {
            List<CaveUser> all = new ArrayList<>();
            client.users(endpoint.getChunkSize(), all::addAll);
            return all;
        }
        return client.users(endpoint.getChunkSize(), new Chunks(template, endpoint.getChunkTo(), CaveConstants.CHUNK).of(exchange));
    }

    private <T> T needed(Message in, String header, Class<T> type) {
        T value = in.getHeader(header, type);
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException("cave:" + endpoint.getOperation() + " needs the header " + header);
        }
        return value;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (endpoint.getChunkTo() != null) {
            template = getEndpoint().getCamelContext().createProducerTemplate();
        }
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(template);
        super.doStop();
    }
}
