package dev.accolade.service.fas;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads groups, roles and people from a FAS2 account system, makes groups, keeps configurations, and asks as single users. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "fas", title = "FAS2", syntax = "fas:operation", producerOnly = true, category = Category.SAAS,
        headersClass = FasConstants.class)
public class FasEndpoint extends ServiceEndpoint<FasConfiguration, FasClient> {

    /** What to do. */
    @UriPath(enums = FasOperation.NAMES)
    @Metadata(required = true)
    private String operation;
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
    /** Has personById, personByUsername, groupById and groupByName give all that FAS2 tells, by its own names, as an Optional of a map. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean full;
    /**
     * Has personById ask as the user whose credentials come with the exchange, and fail when none do. Where some come, it asks as that user anyway.
     */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean asUser;
    @UriParam
    private final FasConfiguration configuration;

    public FasEndpoint(String uri, FasComponent component, FasConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new FasProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
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

    public boolean isFull() {
        return full;
    }

    public void setFull(boolean full) {
        this.full = full;
    }

    public boolean isAsUser() {
        return asUser;
    }

    public void setAsUser(boolean asUser) {
        this.asUser = asUser;
    }

    public String getChunkTo() {
        return chunkTo;
    }

    public void setChunkTo(String chunkTo) {
        this.chunkTo = chunkTo;
    }

    @Override
    public FasConfiguration getConfiguration() {
        return configuration;
    }
}
