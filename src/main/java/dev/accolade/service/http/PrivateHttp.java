package dev.accolade.service.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustAllTrustManager;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The camel-http component of one connection, without the defaults of camel-http that hurt here. */
final class PrivateHttp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateHttp.class);

    /** So that a server that moved to another address is found again. */
    private static final Duration OLDEST_CONNECTION = Duration.ofMinutes(5);

    private final HttpComponent component = new HttpComponent();
    private final HttpSettings settings;

    PrivateHttp(String connection, CamelContext context, HttpSettings settings) {
        this.settings = settings;
        component.setCamelContext(context);
        component.setUserAgent("Accolade/" + version());
        limit();
        keepQuiet();
        secure(connection);
        settings.proxy().ifPresent(proxy -> {
            component.setProxyHost(proxy.host());
            component.setProxyPort(proxy.port());
        });
    }

    HttpEndpoint endpoint() throws Exception {
        ServiceHelper.startService(component);
        // HttpClient would offer every plain-text server an upgrade to TLS, which some proxies answer with an error.
        HttpEndpoint endpoint = (HttpEndpoint) component.createEndpoint(settings.baseUrl() + "?httpClient.protocolUpgradeEnabled=false");
        endpoint.setThrowExceptionOnFailure(false);
        endpoint.setDisableStreamCache(true);
        endpoint.setDeleteWithBody(true);
        endpoint.setHeaderFilterStrategy(new NothingOfCamel());
        return endpoint;
    }

    private void limit() {
        component.setConnectTimeout(settings.connectTimeout().toMillis());
        component.setConnectionRequestTimeout(settings.connectTimeout().toMillis());
        component.setResponseTimeout(settings.responseTimeout().toMillis());
        component.setSoTimeout(settings.responseTimeout().toMillis());
        component.setMaxTotalConnections(settings.maxConnections());
        component.setConnectionsPerRoute(settings.maxConnections());
        component.setConnectionTimeToLive(OLDEST_CONNECTION.toMillis());
    }

    private void keepQuiet() {
        component.setCopyHeaders(false);
        component.setFollowRedirects(false);
        component.setRedirectHandlingDisabled(true);
        component.setAutomaticRetriesDisabled(true);
        component.setCookieManagementDisabled(true);
        component.setAuthCachingDisabled(true);
        component.setHttpClientConfigurer(client -> client.addExecInterceptorAfter(ChainElement.CONNECT.name(), "sent", (request, scope, chain) -> {
            try {
                return chain.proceed(request, scope);
            } catch (IOException broken) {
                throw new NoAnswer.AfterConnecting(broken);
            }
        }));
    }

    private void secure(String connection) {
        if (!settings.isSecure()) {
            return;
        }
        settings.tls().ifPresent(component::setSslContextParameters);
        if (settings.insecure()) {
            LOG.warn("{} accepts any certificate, because insecure=true: whoever sits between here and the server can read and change everything.",
                    connection);
            SSLContextParameters parameters = new SSLContextParameters();
            settings.tls().map(SSLContextParameters::getKeyManagers).ifPresent(parameters::setKeyManagers);
            TrustManagersParameters trustAll = new TrustManagersParameters();
            trustAll.setTrustManager(TrustAllTrustManager.INSTANCE);
            parameters.setTrustManagers(trustAll);
            component.setSslContextParameters(parameters);
            component.setX509HostnameVerifier(NoopHostnameVerifier.INSTANCE);
        }
    }

    private static String version() {
        String version = PrivateHttp.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(component);
    }

    /** Everything but Camel's own headers goes out, everything comes in; the content type travels with the body, and by itself where there is none. */
    private static final class NothingOfCamel implements HeaderFilterStrategy {

        private static final Set<String> SET_BY_THE_CLIENT = Set.of("content-length", "host");

        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.startsWith("camel") || SET_BY_THE_CLIENT.contains(lower) || lower.equals("content-type") && exchange.getMessage().getBody() != null;
        }

        @Override
        public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
            return name.toLowerCase(Locale.ROOT).startsWith("camel");
        }
    }
}
