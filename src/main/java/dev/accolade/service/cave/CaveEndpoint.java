package dev.accolade.service.cave;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads groups and people from a CAVE auth server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "cave", title = "CAVE auth", syntax = "cave:operation", producerOnly = true, category = Category.SAAS,
        headersClass = CaveConstants.class)
public class CaveEndpoint extends ServiceEndpoint<CaveConfiguration, CaveClient> {

    /** What to do. */
    @UriPath(enums = CaveOperation.NAMES)
    @Metadata(required = true)
    private String operation;
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

    public CaveEndpoint(String uri, CaveComponent component, CaveConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new CaveProducer(this, client());
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

    @Override
    public CaveConfiguration getConfiguration() {
        return configuration;
    }
}
