package dev.accolade.service.learninglocker;

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

/** Reads, makes and changes the clients of a Learning Locker: who may write and read learning records. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "learning-locker", title = "Learning Locker", syntax = "learning-locker:operation", producerOnly = true,
        category = Category.SAAS, headersClass = LearningLockerConstants.class)
public class LearningLockerEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    static final Set<String> OWN_OPTIONS = Set.of("connection", "store", "chunkTo", "lazyStartProducer");

    /** What to do. */
    @UriPath(enums = LearningLockerOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Name of a LearningLockerConfiguration in the registry; without it the options of the connection stand here or on the component. */
    @UriParam(label = "common")
    private String connection;
    /** Store, where the header does not name one. */
    @UriParam(label = "producer")
    private String store;
    /** Endpoint that receives each page of clients as a list, with the headers of the exchange; the body is then their number. */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final LearningLockerConfiguration configuration;

    private LearningLockerClient client;

    public LearningLockerEndpoint(String uri, LearningLockerComponent component, LearningLockerConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new LearningLockerProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("learning-locker: offers no consumer; read on a schedule with a timer or quartz route.");
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    void use(LearningLockerClient shared) {
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

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getChunkTo() {
        return chunkTo;
    }

    public void setChunkTo(String chunkTo) {
        this.chunkTo = chunkTo;
    }

    public LearningLockerConfiguration getConfiguration() {
        return configuration;
    }
}
