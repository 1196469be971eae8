package dev.accolade.service.bodhi;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads updates and those who submit them from a Bodhi server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "bodhi", title = "Bodhi", syntax = "bodhi:operation", producerOnly = true, category = Category.SAAS,
        headersClass = BodhiConstants.class)
public class BodhiEndpoint extends ServiceEndpoint<BodhiConfiguration, BodhiClient> {

    /** What to do. */
    @UriPath(enums = BodhiOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Only updates in these states, with commas between: stable for those that everybody gets. */
    @UriParam(label = "producer")
    private String statuses;
    /** Only updates for these releases, with commas between: F40,F41. */
    @UriParam(label = "producer")
    private String releases;
    /** Only updates of these packages, with commas between. */
    @UriParam(label = "producer")
    private String packages;
    /**
     * Endpoint that receives each page of updates or users as a list, with the headers of the exchange; the body is then their number. When the
     * reading fails, all its pages are void. The route behind it may use this connection.
     */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final BodhiConfiguration configuration;

    public BodhiEndpoint(String uri, BodhiComponent component, BodhiConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new BodhiProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    public String getStatuses() {
        return statuses;
    }

    public void setStatuses(String statuses) {
        this.statuses = statuses;
    }

    public String getReleases() {
        return releases;
    }

    public void setReleases(String releases) {
        this.releases = releases;
    }

    public String getPackages() {
        return packages;
    }

    public void setPackages(String packages) {
        this.packages = packages;
    }

    public String getChunkTo() {
        return chunkTo;
    }

    public void setChunkTo(String chunkTo) {
        this.chunkTo = chunkTo;
    }

    @Override
    public BodhiConfiguration getConfiguration() {
        return configuration;
    }
}
