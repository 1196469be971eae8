package dev.accolade.service.learninglocker;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads, makes and changes the clients of a Learning Locker: who may write and read learning records. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "learning-locker", title = "Learning Locker", syntax = "learning-locker:operation", producerOnly = true,
        category = Category.SAAS, headersClass = LearningLockerConstants.class)
public class LearningLockerEndpoint extends ServiceEndpoint<LearningLockerConfiguration, LearningLockerClient> {

    /** What to do. */
    @UriPath(enums = LearningLockerOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Store, where the header does not name one. */
    @UriParam(label = "producer")
    private String store;
    /** Endpoint that receives each page of clients as a list, with the headers of the exchange; the body is then their number. */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final LearningLockerConfiguration configuration;

    public LearningLockerEndpoint(String uri, LearningLockerComponent component, LearningLockerConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new LearningLockerProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
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

    @Override
    public LearningLockerConfiguration getConfiguration() {
        return configuration;
    }
}
