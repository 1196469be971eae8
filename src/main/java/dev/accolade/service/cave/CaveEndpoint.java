package dev.accolade.service.cave;

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

/** Reads groups and people from a CAVE auth server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "cave", title = "CAVE auth", syntax = "cave:operation", producerOnly = true, category = Category.SAAS,
        headersClass = CaveConstants.class)
public class CaveEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    static final Set<String> OWN_OPTIONS = Set.of("connection", "chunkSize", "chunkTo", "lazyStartProducer");

    /** What to do. */
    @UriPath(enums = CaveOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Name of a CaveConfiguration in the registry; without it the options of the connection stand here or on the component. */
    @UriParam(label = "common")
    private String connection;
    /** People in a chunk. */
    @UriParam(label = "producer", defaultValue = "5000")
    private int chunkSize = 5000;
    /**
     * Endpoint that receives each chunk of users as a list, with the headers of the exchange; the body is then their number. When the
     * reading fails, all its chunks are void. The route behind it must not use this connection.
     */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final CaveConfiguration configuration;

    private CaveClient client;

    public CaveEndpoint(String uri, CaveComponent component, CaveConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new CaveProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("cave: offers no consumer; read on a schedule with a timer or quartz route.");
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    void use(CaveClient shared) {
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

    public int getChunkSize() {
        return chunkSize;
    }

    public void setChunkSize(int chunkSize) {
        this.chunkSize = chunkSize;
    }

    public String getChunkTo() {
        return chunkTo;
    }

    public void setChunkTo(String chunkTo) {
        this.chunkTo = chunkTo;
    }

    public CaveConfiguration getConfiguration() {
        return configuration;
    }
}
