package dev.accolade.service.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options that every service component has. */
@UriParams
public abstract class ConnectionOptions implements Cloneable {

    /** Address of the service; paths are appended to it. */
    @UriParam(label = "common")
    private String baseUrl;
    /** Longest wait for a connection, in milliseconds. */
    @UriParam(label = "common,advanced", defaultValue = "10000", javaType = "java.time.Duration")
    private long connectTimeout = HttpSettings.CONNECT_TIMEOUT.toMillis();
    /** Longest silence of the server while an answer is awaited or read, in milliseconds. */
    @UriParam(label = "common,advanced", defaultValue = "60000", javaType = "java.time.Duration")
    private long responseTimeout = HttpSettings.RESPONSE_TIMEOUT.toMillis();
    /** Requests under way at the same time, of all routes together. */
    @UriParam(label = "common", defaultValue = "4")
    private int maxConcurrency = 4;
    /** Requests begun in a second, of all routes together; 0 for no limit. */
    @UriParam(label = "common", defaultValue = "0")
    private double requestsPerSecond;
    /** Longest answer that is read into memory, in bytes. */
    @UriParam(label = "common,advanced", defaultValue = "16777216")
    private int maxAnswerBytes = 16 * 1024 * 1024;
    /** Accepts any TLS certificate. For trials only: whoever sits in between can read and change everything. */
    @UriParam(label = "security", defaultValue = "false")
    private boolean insecure;
    /** Private certificate authorities and client certificates. */
    @UriParam(label = "security")
    private SSLContextParameters sslContextParameters;
    /** Host name of an HTTP proxy; none when empty. */
    @UriParam(label = "proxy")
    private String proxyHost;
    /** Port of the HTTP proxy. */
    @UriParam(label = "proxy", defaultValue = "3128")
    private int proxyPort = 3128;

    /**
     * Whether a client can be opened with these options; it asks no server.
     *
     * @throws IllegalArgumentException naming the option that is missing or makes no sense, without its value where that is a secret
     */
    public void check() {
        httpSettings();
    }

    protected static void need(String option, String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(option + " is missing");
        }
    }

    /** What makes two nameless sets of options one connection. */
    public List<Object> key() {
        return Arrays.asList(httpSettings(), maxConcurrency, requestsPerSecond, maxAnswerBytes, identity());
    }

    /** Who logs in, where, and how: the options of the service's own that two users of one connection must agree on. */
    protected abstract List<Object> identity();

    public ConnectionOptions copy() {
        try {
            return (ConnectionOptions) clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalArgumentException when baseUrl is missing or an option makes no sense */
    public HttpSettings httpSettings() {
        if (baseUrl == null || baseUrl.isBlank()) {
            throw new IllegalArgumentException("baseUrl is missing");
        }
        if (maxConcurrency < 1 || requestsPerSecond < 0) {
            throw new IllegalArgumentException("maxConcurrency is " + maxConcurrency + " (at least 1), requestsPerSecond is " + requestsPerSecond
                    + " (0 for no limit, or more)");
        }
        Optional<HttpSettings.Proxy> proxy = Optional.ofNullable(proxyHost).filter(host -> !host.isBlank())
                .map(host -> new HttpSettings.Proxy(host, proxyPort));
        return new HttpSettings(baseUrl, Duration.ofMillis(connectTimeout), Duration.ofMillis(responseTimeout), maxConcurrency, insecure,
                Optional.ofNullable(sslContextParameters), proxy);
    }

    public Throttle throttle() {
        return new Throttle(maxConcurrency, requestsPerSecond);
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public long getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(long responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getMaxConcurrency() {
        return maxConcurrency;
    }

    public void setMaxConcurrency(int maxConcurrency) {
        this.maxConcurrency = maxConcurrency;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public int getMaxAnswerBytes() {
        return maxAnswerBytes;
    }

    public void setMaxAnswerBytes(int maxAnswerBytes) {
        this.maxAnswerBytes = maxAnswerBytes;
    }

    public boolean isInsecure() {
        return insecure;
    }

    public void setInsecure(boolean insecure) {
        this.insecure = insecure;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    public int getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(int proxyPort) {
        this.proxyPort = proxyPort;
    }
}
