package dev.accolade.service.cave;

import dev.accolade.service.http.ServiceEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;

/** Reads groups, people and their permissions from a CAVE auth server, and cares for its tokens. */
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
    /** For getNewToken (default false) and setupToken (default true): whether a browser is opened. */
    @UriParam(label = "producer")
    private Boolean open;
    /** For getNewToken: whether the instructions are left out. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean noText;
    /** For setupToken: whether a new token is to be made, rather than one of those that are there be copied. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean makeNew = true;
    /** For saveToken: whether another token under the same key may be replaced. */
    @UriParam(label = "producer", defaultValue = "false")
    private boolean overwrite;
    /** For saveToken: whether the connection uses the token from now on. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean switchToken = true;
    /** For saveToken: whether the file that is named after the server gets the token, too. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean writeToServerFile = true;
    /** For saveToken: whether folders that cannot be written to are passed over. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean ignoreReadonly = true;
    /** For saveToken: whether the file of the connection's localServerUrl gets the token, too. */
    @UriParam(label = "producer", defaultValue = "true")
    private boolean localServer = true;
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

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (CaveOperation.of(operation).asksServer() && client().login().token().isEmpty()) {
            throw new IllegalArgumentException("The token is missing: " + (getConnection() == null ? "cave:" + operation : "the connection " + getConnection())
                    + " has none, and no token file in " + configuration.getTokenFolder() + " has the key " + configuration.getTokenKey()
                    + ". Send something to cave:setupToken for a way to get one.");
        }
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

    public Boolean getOpen() {
        return open;
    }

    public void setOpen(Boolean open) {
        this.open = open;
    }

    public boolean isNoText() {
        return noText;
    }

    public void setNoText(boolean noText) {
        this.noText = noText;
    }

    public boolean isMakeNew() {
        return makeNew;
    }

    public void setMakeNew(boolean makeNew) {
        this.makeNew = makeNew;
    }

    public boolean isOverwrite() {
        return overwrite;
    }

    public void setOverwrite(boolean overwrite) {
        this.overwrite = overwrite;
    }

    public boolean isSwitchToken() {
        return switchToken;
    }

    public void setSwitchToken(boolean switchToken) {
        this.switchToken = switchToken;
    }

    public boolean isWriteToServerFile() {
        return writeToServerFile;
    }

    public void setWriteToServerFile(boolean writeToServerFile) {
        this.writeToServerFile = writeToServerFile;
    }

    public boolean isIgnoreReadonly() {
        return ignoreReadonly;
    }

    public void setIgnoreReadonly(boolean ignoreReadonly) {
        this.ignoreReadonly = ignoreReadonly;
    }

    public boolean isLocalServer() {
        return localServer;
    }

    public void setLocalServer(boolean localServer) {
        this.localServer = localServer;
    }

    @Override
    public CaveConfiguration getConfiguration() {
        return configuration;
    }
}
