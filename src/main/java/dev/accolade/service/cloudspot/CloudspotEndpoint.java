package dev.accolade.service.cloudspot;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Logs accounts in to Cloudspot License, reads their permissions, and receives its events. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "cloudspot", title = "Cloudspot License", syntax = "cloudspot:operation",
        category = Category.SAAS, headersClass = CloudspotConstants.class)
public class CloudspotEndpoint extends ServiceEndpoint<CloudspotConfiguration, CloudspotClient> {

    /** What to do. */
    @UriPath(enums = CloudspotOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** For events: path on Camel's web server, such as /events/academy/ and something that nobody guesses; whoever knows it can send events. */
    @UriParam(label = "consumer", secret = true)
    private String secretPath;
    /** For events: the addresses they may come from, with commas between them. */
    @UriParam(label = "consumer")
    private String allow;
    /** For events: longest body that is read, in bytes. */
    @UriParam(label = "consumer,advanced", defaultValue = "65536")
    private int maxEventBytes = 64 * 1024;
    @UriParam
    private final CloudspotConfiguration configuration;

    public CloudspotEndpoint(String uri, CloudspotComponent component, CloudspotConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        if (isEvents()) {
            throw new UnsupportedOperationException("cloudspot:events begins a route; nothing can be sent to it.");
        }
        return new CloudspotProducer(this, client());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!isEvents()) {
            return super.createConsumer(processor);
        }
        if (secretPath == null || !secretPath.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException("cloudspot:events needs the option secretPath: a path like /events/academy/ and something that nobody guesses.");
        }
        CloudspotConsumer consumer = new CloudspotConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    private boolean isEvents() {
        return CloudspotOperation.of(operation) == CloudspotOperation.EVENTS;
    }

    public String getSecretPath() {
        return secretPath;
    }

    public void setSecretPath(String secretPath) {
        this.secretPath = secretPath;
    }

    public String getAllow() {
        return allow;
    }

    public void setAllow(String allow) {
        this.allow = allow;
    }

    public int getMaxEventBytes() {
        return maxEventBytes;
    }

    public void setMaxEventBytes(int maxEventBytes) {
        this.maxEventBytes = maxEventBytes;
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
