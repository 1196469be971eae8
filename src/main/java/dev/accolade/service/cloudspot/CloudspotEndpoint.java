package dev.accolade.service.cloudspot;

import java.util.Set;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.DefaultEndpoint;

/** Logs accounts in to Cloudspot License and reads their permissions. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "cloudspot", title = "Cloudspot License", syntax = "cloudspot:operation",
        producerOnly = true, category = Category.SAAS, headersClass = CloudspotConstants.class)
public class CloudspotEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    static final Set<String> OWN_OPTIONS = Set.of("connection", "lazyStartProducer");

    /** What to do. */
    @UriPath(enums = CloudspotOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Name of a CloudspotConfiguration in the registry; without it the options of the connection stand here or on the component. */
    @UriParam(label = "common")
    private String connection;
    @UriParam
    private final CloudspotConfiguration configuration;

    private CloudspotClient client;

    public CloudspotEndpoint(String uri, CloudspotComponent component, CloudspotConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new CloudspotProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("cloudspot: offers no consumer; read on a schedule with a timer or quartz route.");
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    void use(CloudspotClient shared) {
        this.client = shared;
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getConnection() {
        return connection;
    }

    public void setConnection(String connection) {
        this.connection = connection;
    }

    public CloudspotConfiguration getConfiguration() {
        return configuration;
    }
}
