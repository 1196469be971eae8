package dev.accolade.service.fasjson;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads groups and people from a FASJSON server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "fasjson", title = "FASJSON", syntax = "fasjson:operation", producerOnly = true,
        category = Category.SAAS, headersClass = FasjsonConstants.class)
public class FasjsonEndpoint extends ServiceEndpoint<FasjsonConfiguration, FasjsonClient> {

    /** What to do. */
    @UriPath(enums = FasjsonOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Groups or people in a chunk. */
    @UriParam(label = "producer", defaultValue = "5000")
    private int chunkSize = 5000;
    /**
     * Endpoint that receives each chunk of groups or users as a list, with the headers of the exchange; the body is then their number. When the
     * reading fails, all its chunks are void. The route behind it must not use this connection.
     */
    @UriParam(label = "producer")
    private String chunkTo;
    /** What searchUsers looks for people by, where the body is no UserSearch: email, username, human_name and others. */
    @UriParam(label = "producer", defaultValue = "email")
    private String term = "email";
    @UriParam
    private final FasjsonConfiguration configuration;

    public FasjsonEndpoint(String uri, FasjsonComponent component, FasjsonConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new FasjsonProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
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

    public String getTerm() {
        return term;
    }

    public void setTerm(String term) {
        this.term = term;
    }

    @Override
    public FasjsonConfiguration getConfiguration() {
        return configuration;
    }
}
