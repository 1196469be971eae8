package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Logs accounts in to Cloudspot License and reads their permissions. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "cloudspot", title = "Cloudspot License", syntax = "cloudspot:operation",
        producerOnly = true, category = Category.SAAS, headersClass = CloudspotConstants.class)
public class CloudspotEndpoint extends ServiceEndpoint<CloudspotConfiguration, CloudspotClient> {

    /** What to do. */
    @UriPath(enums = CloudspotOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    @UriParam
    private final CloudspotConfiguration configuration;

    public CloudspotEndpoint(String uri, CloudspotComponent component, CloudspotConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new CloudspotProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
    }

    @Override
    public CloudspotConfiguration getConfiguration() {
        return configuration;
    }
}
