package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Awards, reads and revokes open badges on a Badgr server. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "badgr", title = "Badgr", syntax = "badgr:operation", producerOnly = true, category = Category.SAAS,
        headersClass = BadgrConstants.class)
public class BadgrEndpoint extends ServiceEndpoint<BadgrConfiguration, BadgrClient> {

    /** What to do. */
    @UriPath(enums = BadgrOperation.NAMES)
    @Metadata(required = true)
    private String operation;
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

    public BadgrEndpoint(String uri, BadgrComponent component, BadgrConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
    }

    @Override
    public Producer createProducer() {
        return new BadgrProducer(this, client());
    }

    public String getOperation() {
        return operation;
    }

    public void setOperation(String operation) {
        this.operation = operation;
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

    @Override
    public BadgrConfiguration getConfiguration() {
        return configuration;
    }
}
