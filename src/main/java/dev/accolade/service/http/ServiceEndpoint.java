package dev.accolade.service.http;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.UriParam;
import org.apache.camel.support.DefaultEndpoint;

/**
 * What the endpoints of all services have in common.
 *
 * @param <O> the options of a connection
 * @param <C> the client behind it
 */
public abstract class ServiceEndpoint<O extends ConnectionOptions, C> extends DefaultEndpoint implements EndpointServiceLocation {

    /** Name of the connection's options in the registry; without it they stand here or on the component. */
    @UriParam(label = "common")
    private String connection;

    private C client;

    protected ServiceEndpoint(String uri, ServiceComponent<O, ?> component) {
        super(uri, component);
    }

    public abstract O getConfiguration();

    /** The client of the connection; one for all endpoints that use it. */
    protected C client() {
        return client;
    }

    void use(C shared) {
        this.client = shared;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        throw new UnsupportedOperationException(getComponent().getDefaultName() + ": offers no consumer here; read on a schedule with a timer or quartz route.");
    }

    @Override
    public ServiceComponent<?, ?> getComponent() {
        return (ServiceComponent<?, ?>) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return getConfiguration().getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    public String getConnection() {
        return connection;
    }

    public void setConnection(String connection) {
        this.connection = connection;
    }
}
