package dev.accolade.app;

import dev.accolade.config.Service;
import dev.accolade.config.Settings;
import dev.accolade.service.http.Access;
import dev.accolade.service.http.ServiceClient;
import dev.accolade.service.http.ServiceComponent;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The configured services alone: no ledger, no rules, no routes. For what has to do with getting in. */
public final class Services implements AutoCloseable {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate producer = context.createProducerTemplate();

    public Services(Settings settings) {
        Connections.of(settings).forEach(context.getRegistry()::bind);
        context.start();
    }

    /**
     * Lets itself in to a service and finds out whether that is accepted.
     *
     * @return what requests carry; empty where they carry nothing of the connection's own
     * @throws IllegalArgumentException when its options cannot be used
     * @throws dev.accolade.service.http.ServiceException when it refuses or does not answer
     */
    public Optional<Access> login(Service service) {
        ServiceClient client = client(service);
        client.check();
        return client.access();
    }

    /** What requests carry; the service is asked only where there is a login. */
    public Optional<Access> access(Service service) {
        return client(service).access();
    }

    private ServiceClient client(Service service) {
        return context.getComponent(service.type(), ServiceComponent.class).client(service.name());
    }

    /**
     * Has a component do something.
     *
     * @param operation with its options: {@code saveToken?overwrite=true}
     * @throws org.apache.camel.CamelExecutionException around what went wrong
     */
    public <T> T ask(Service service, String operation, Map<String, Object> headers, Class<T> answer) {
        String uri = service.type() + ":" + operation + (operation.contains("?") ? "&" : "?") + "connection=" + service.name();
        return producer.requestBodyAndHeaders(uri, null, headers, answer);
    }

    @Override
    public void close() {
        context.stop();
    }
}
