package dev.accolade.service.badgr;

import dev.accolade.service.http.ServiceEndpoint;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Awards, reads and revokes open badges on a Badgr server, and follows their changes. */
@UriEndpoint(firstVersion = "0.1.0", scheme = "badgr", title = "Badgr", syntax = "badgr:operation", category = Category.SAAS,
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
    /** Why assertions are revoked, where neither body nor header says so; shown in public. */
    @UriParam(label = "producer", defaultValue = Revocation.DEFAULT_REASON)
    private String reason;
    /** Tells of issueAssertions what became of each award, as a list of IssueRow, instead of failing where not every one was issued. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean rows;
    /** Changes later than this time are wanted, in ISO 8601; a consumer that has kept a time of its own goes on from there. */
    @UriParam(label = "common")
    private String since;
    /** Changed things that are asked for at once; a consumer hands over as many with one exchange at most. */
    @UriParam(label = "common,advanced", defaultValue = "100")
    private int pageSize = 100;
    /** Pause between two polls, in milliseconds. */
    @UriParam(label = "consumer", defaultValue = "60000", javaType = "java.time.Duration")
    private long delay = 60_000;
    /** Pause before the first poll, in milliseconds. */
    @UriParam(label = "consumer", defaultValue = "1000", javaType = "java.time.Duration")
    private long initialDelay = 1_000;
    /** How far each poll reads back before the time of the last one, in milliseconds: longer than Badgr takes to store a row. */
    @UriParam(label = "consumer,advanced", defaultValue = "10000", javaType = "java.time.Duration")
    private long overlap = 10_000;
    /** Folder with one file for each feed that says how far its changes were read; made when it is needed. */
    @UriParam(label = "consumer", defaultValue = "badgr-cursors")
    private String cursorFolder = "badgr-cursors";
    /** Keeps how far changes were read, instead of files. */
    @UriParam(label = "consumer,advanced")
    private FeedCursor cursor;
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

    /** Only the feeds of changes can begin a route. */
    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Feed feed = BadgrOperation.of(operation).feed().orElseThrow(() -> new UnsupportedOperationException("badgr:" + operation
                + " cannot begin a route; " + BadgrOperation.feeds() + " can. Read others on a schedule with a timer or quartz route."));
        Optional.ofNullable(since).ifPresent(Asked::time);
        if (pageSize < 1 || overlap < 0 || delay < 1) {
            throw new IllegalArgumentException("pageSize is " + pageSize + " (at least 1), overlap is " + overlap + " (at least 0), delay is " + delay
                    + " (at least 1)");
        }
        FeedCursor kept = cursor != null ? cursor : new FileFeedCursor(Path.of(cursorFolder));
        String name = (getConnection() != null ? getConnection() : getConfiguration().getBaseUrl()) + "-" + operation;
        ChangesConsumer consumer = new ChangesConsumer(this, processor, client().topics().feeds(), feed, kept, name);
        consumer.setDelay(delay);
        consumer.setInitialDelay(initialDelay);
        configureConsumer(consumer);
        return consumer;
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isRows() {
        return rows;
    }

    public void setRows(boolean rows) {
        this.rows = rows;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public long getDelay() {
        return delay;
    }

    public void setDelay(long delay) {
        this.delay = delay;
    }

    public long getInitialDelay() {
        return initialDelay;
    }

    public void setInitialDelay(long initialDelay) {
        this.initialDelay = initialDelay;
    }

    public long getOverlap() {
        return overlap;
    }

    public void setOverlap(long overlap) {
        this.overlap = overlap;
    }

    public String getCursorFolder() {
        return cursorFolder;
    }

    public void setCursorFolder(String cursorFolder) {
        this.cursorFolder = cursorFolder;
    }

    public FeedCursor getCursor() {
        return cursor;
    }

    public void setCursor(FeedCursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public BadgrConfiguration getConfiguration() {
        return configuration;
    }
}
