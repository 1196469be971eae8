package dev.accolade.service.fas;

import dev.accolade.service.http.Chunks;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Exchange in, client call, exchange out. */
final class FasProducer extends DefaultProducer {

    private final FasEndpoint endpoint;
    private final FasClient client;
    private final FasOperation operation;
    private ProducerTemplate template;

    FasProducer(FasEndpoint endpoint, FasClient client) {
        super(endpoint);
        this.endpoint = endpoint;
        this.client = client;
        this.operation = FasOperation.of(endpoint.getOperation());
    }

    @Override
    public void process(Exchange exchange) {
        exchange.getMessage().setBody(result(exchange, exchange.getMessage()));
    }

    private Object result(Exchange exchange, Message in) {
        return switch (operation) {
            case CHECK -> client.check();
            case GROUP_DATA -> groupData(exchange);
            case PEOPLE -> people(exchange);
            case PERSON_BY_USERNAME -> client.personByUsername(needed(in, FasConstants.USERNAME, String.class));
            case PERSON_BY_ID -> client.personById(needed(in, FasConstants.PERSON_ID, Long.class));
            case GROUP_BY_NAME -> client.groupByName(needed(in, FasConstants.GROUP_NAME, String.class));
            case GROUP_BY_ID -> client.groupById(needed(in, FasConstants.GROUP_ID, Long.class));
        };
    }

    private Object groupData(Exchange exchange) {
        if (endpoint.getChunkTo() == null) {
            List<FasGroupMembers> all = new ArrayList<>();
            client.groupData(endpoint.isForceRefresh(), Integer.MAX_VALUE, all::addAll);
            return all;
        }
        return client.groupData(endpoint.isForceRefresh(), endpoint.getChunkSize(), this.<FasGroupMembers>handover(exchange));
    }

    private Object people(Exchange exchange) {
        if (endpoint.getChunkTo() == null) {
            List<FasPerson> all = new ArrayList<>();
            client.people(endpoint.getChunkSize(), all::addAll);
            return all;
        }
        return client.people(endpoint.getChunkSize(), this.<FasPerson>handover(exchange));
    }

    private <T> Chunks.Handover<T> handover(Exchange exchange) {
        return new Chunks(template, endpoint.getChunkTo(), FasConstants.CHUNK).of(exchange);
    }

    private <T> T needed(Message in, String header, Class<T> type) {
        T value = in.getHeader(header, type);
        if (value == null || value instanceof String text && text.isBlank()) {
            throw new IllegalArgumentException("fas:" + endpoint.getOperation() + " needs the header " + header);
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
