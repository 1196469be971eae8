package dev.accolade.service.badgr;

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

/** Awards, reads and revokes open badges on a Badgr server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "badgr", title = "Badgr", syntax = "badgr:operation", producerOnly = true, category = Category.SAAS,
        headersClass = BadgrConstants.class)
public class BadgrEndpoint extends DefaultEndpoint implements EndpointServiceLocation {

    static final Set<String> OWN_OPTIONS = Set.of("connection", "issuer", "badgeClass", "recipient", "includeRevoked", "includeExpired", "chunkTo",
            "lazyStartProducer");

    /** What to do. */
    @UriPath(enums = BadgrOperation.NAMES)
    @Metadata(required = true)
    private String operation;
    /** Name of a BadgrConfiguration in the registry; without it the options of the connection stand here or on the component. */
    @UriParam(label = "common")
    private String connection;
    /** Issuer, where the header does not name one. */
    @UriParam(label = "producer")
    private String issuer;
    /** Badge class, where the header does not name one. */
    @UriParam(label = "producer")
    private String badgeClass;
    /** E-mail of the recipient whose assertions are wanted, where the header does not name one. */
    @UriParam(label = "producer")
    private String recipient;
    /** Lists revoked assertions too. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean includeRevoked;
    /** Lists expired assertions too. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean includeExpired;
    /** Endpoint that receives each page of assertionsOfBadgeClass as a list, with the headers of the exchange; the body is then their number. */
    @UriParam(label = "producer")
    private String chunkTo;
    @UriParam
    private final BadgrConfiguration configuration;

    private BadgrClient client;

    public BadgrEndpoint(String uri, BadgrComponent component, BadgrConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new BadgrProducer(this, client);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("badgr: offers no consumer; read on a schedule with a timer or quartz route.");
    }

    @Override
    public String getServiceUrl() {
        return configuration.getBaseUrl();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    void use(BadgrClient shared) {
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

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getBadgeClass() {
        return badgeClass;
    }

    public void setBadgeClass(String badgeClass) {
        this.badgeClass = badgeClass;
    }

    public String getRecipient() {
        return recipient;
    }

    public void setRecipient(String recipient) {
        this.recipient = recipient;
    }

    public boolean isIncludeRevoked() {
        return includeRevoked;
    }

    public void setIncludeRevoked(boolean includeRevoked) {
        this.includeRevoked = includeRevoked;
    }

    public boolean isIncludeExpired() {
        return includeExpired;
    }

    public void setIncludeExpired(boolean includeExpired) {
        this.includeExpired = includeExpired;
    }

    public String getChunkTo() {
        return chunkTo;
    }

    public void setChunkTo(String chunkTo) {
        this.chunkTo = chunkTo;
    }

    public BadgrConfiguration getConfiguration() {
        return configuration;
    }
}
