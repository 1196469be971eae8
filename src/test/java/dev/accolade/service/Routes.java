package dev.accolade.service;

import dev.accolade.sandbox.Sandbox;
import dev.accolade.sandbox.StandIn;
import dev.accolade.service.http.ConnectionOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A running Camel beside a stand-in that listens. */
public final class Routes implements AutoCloseable {

    public final Sandbox sandbox;
    public final DefaultCamelContext context = new DefaultCamelContext();
    public final ProducerTemplate template;
    private final StandIn standIn;

    public Routes(StandIn standIn) {
        this.standIn = standIn;
        sandbox = Sandbox.start("127.0.0.1", 0, List.of(standIn));
        context.start();
        template = context.createProducerTemplate();
    }

    /** Names a connection to the stand-in. */
    public void connect(String name, ConnectionOptions options) {
        options.setBaseUrl(sandbox.base(standIn.name()));
        context.getRegistry().bind(name, options);
    }

    /** Sends and gives back the whole exchange, failed or not. */
    public Exchange send(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getIn().setBody(body);
            headers.forEach(exchange.getIn()::setHeader);
        });
    }

    /** Sends and gives back the body; throws what the exchange failed with. */
    public Object ask(String uri, Map<String, Object> headers) throws Exception {
        Exchange exchange = send(uri, null, headers);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange.getMessage().getBody();
    }

    /** Does what an operator of the service does by hand. */
    public void control(String method, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/sandbox/" + standIn.name() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(json)).build();
        int status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("HTTP " + status + " on " + method + " " + path);
        }
    }

    @Override
    public void close() {
        context.stop();
        sandbox.close();
    }
}
