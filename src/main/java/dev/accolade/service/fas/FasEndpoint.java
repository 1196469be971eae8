package dev.accolade.service.fas;

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

/** Reads groups, roles and people from a FAS2 account system. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "fas", title = "FAS2", syntax = "fas:operation", producerOnly = true, category = Category.SAAS,
        headersClass = FasConstants.class)
public class FasEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    static final Set<String> OWN_OPTIONS = Set.of("connection", "forceRefresh", "chunkSize", "chunkTo", "lazyStartProducer");

    /** What to do. */
    @UriPath(enums = FasOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Name of a FasConfiguration in the registry; without it the options of the connection stand here or on the component. */
    @UriParam(label = "common")
    private String connection;
    /** Has groupData computed afresh; otherwise FAS2 may give what it knew up to 15 minutes ago, and absence in that shows nothing. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean forceRefresh = true;
    /** Memberships or people in a chunk; a group larger than that comes in several. */
    @UriParam(label = "producer", defaultValue = "5000")
    private int chunkSize = 5000;
    /**
     * Endpoint that receives each chunk of groupData and people as a list, with the headers of the exchange; the body is then for groupData
     * FasCounts, for people their number. When the reading fails, all its chunks are void. The route behind it must not use this connection.
     */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final FasConfiguration configuration;

    private FasClient client;

    public FasEndpoint(String uri, FasComponent component, FasConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new FasProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("fas: offers no consumer; read on a schedule with a timer or quartz route.");
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    void use(FasClient shared) {
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

    public boolean isForceRefresh() {
        return forceRefresh;
    }

    public void setForceRefresh(boolean forceRefresh) {
        this.forceRefresh = forceRefresh;
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

    public FasConfiguration getConfiguration() {
        return configuration;
    }
}
