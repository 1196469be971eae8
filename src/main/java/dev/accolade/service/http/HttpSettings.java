package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.support.jsse.SSLContextParameters;

/**
 * How one connection reaches its server.
 *
 * @param baseUrl         what every path is appended to: {@code http} or {@code https}, without trailing slash, query or user name
 * @param connectTimeout  until the connection stands, TLS included; also how long a request waits for a free connection
 * @param responseTimeout the longest silence while an answer is awaited or read; not a limit on the whole answer
 * @param maxConnections  open at the same time
 * @param insecure        true accepts any certificate for any host name
 * @param tls             private certificate authorities and client certificates; empty for those of the Java runtime
 * @param proxy           empty to connect directly
 */
public record HttpSettings(String baseUrl, Duration connectTimeout, Duration responseTimeout, int maxConnections, boolean insecure,
                           Optional<SSLContextParameters> tls, Optional<Proxy> proxy) {

    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    public static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(60);
    public static final int MAX_CONNECTIONS = 20;

    /** An HTTP proxy. */
    public record Proxy(String host, int port) {
    }

    public HttpSettings {
        baseUrl = checked(requireNonNull(baseUrl, "baseUrl is null"));
        positive(connectTimeout, "connectTimeout");
        positive(responseTimeout, "responseTimeout");
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections is " + maxConnections + "; at least 1 is needed");
        }
        requireNonNull(tls, "tls is null");
        requireNonNull(proxy, "proxy is null");
    }

    /** Verified TLS, no proxy, connections and times that suit most servers. */
    public static HttpSettings of(String baseUrl) {
        return new HttpSettings(baseUrl, CONNECT_TIMEOUT, RESPONSE_TIMEOUT, MAX_CONNECTIONS, false, Optional.empty(), Optional.empty());
    }

    public HttpSettings withResponseTimeout(Duration timeout) {
        return new HttpSettings(baseUrl, connectTimeout, timeout, maxConnections, insecure, tls, proxy);
    }

    boolean isSecure() {
        return baseUrl.startsWith("https:");
    }

    private static void positive(Duration time, String name) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " is " + time + "; it must be longer than nothing");
        }
    }

    private static String checked(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException bad) {
            throw new IllegalArgumentException("baseUrl is not an address", bad);
        }
        if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
            throw new IllegalArgumentException("baseUrl is not an http or https address with a host name");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("baseUrl of " + uri.getHost() + " holds a user name, a query or a fragment; give the bare address");
        }
        return uri.toString().replaceAll("/+$", "");
    }
}
