package dev.accolade.service.http;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Producer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.service.ServiceHelper;

/** {@link JsonHttp} over a camel-http component of its own, so that no two connections share a pool, a time-out or a certificate. */
public final class CamelJsonHttp implements JsonHttp {

    private final String connection;
    private final CamelContext context;
    private final HttpSettings settings;
    private final PrivateHttp http;
    private final Producer producer;

    private CamelJsonHttp(String connection, CamelContext context, HttpSettings settings, PrivateHttp http, Producer producer) {
        this.connection = connection;
        this.context = context;
        this.settings = settings;
        this.http = http;
        this.producer = producer;
    }

    /**
     * Opens nothing yet: the first request does.
     *
     * @param connection the name that messages use
     * @throws RuntimeCamelException when the TLS parameters cannot be used
     */
    public static CamelJsonHttp open(String connection, CamelContext context, HttpSettings settings) {
        PrivateHttp http = new PrivateHttp(connection, context, settings);
        try {
            Producer producer = http.endpoint().createProducer();
            ServiceHelper.startService(producer);
            return new CamelJsonHttp(connection, context, settings, http, producer);
        } catch (Exception unusable) {
            http.close();
            throw new RuntimeCamelException("The HTTP client of " + connection + " cannot be set up: " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public Reply send(Request request) {
        Exchange exchange = exchange(request);
        try {
            producer.process(exchange);
        } catch (Exception failure) {
            throw NoAnswer.explained(connection, request, failure);
        }
        return reply(exchange.getMessage());
    }

    private Exchange exchange(Request request) {
        Exchange exchange = new DefaultExchange(context, ExchangePattern.InOut);
        Message in = exchange.getIn();
        request.headers().forEach(in::setHeader);
        in.setHeader(HttpConstants.HTTP_METHOD, request.method());
        in.setHeader(HttpConstants.HTTP_URI, settings.baseUrl() + request.path());
        if (!request.query().isEmpty()) {
            in.setHeader(HttpConstants.HTTP_RAW_QUERY, request.encodedQuery());
        }
        request.content().ifPresent(content -> {
            in.setHeader(HttpConstants.CONTENT_TYPE, content.type());
            in.setBody(content.bytes());
        });
        return exchange;
    }

    private static Reply reply(Message answer) {
        int status = answer.getHeader(HttpConstants.HTTP_RESPONSE_CODE, 0, Integer.class);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        answer.getHeaders().forEach((name, value) -> headers.put(name, texts(value)));
        InputStream body = Optional.ofNullable(answer.getBody(InputStream.class)).orElse(InputStream.nullInputStream());
        return new Reply(status, headers, body);
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(one -> texts.add(String.valueOf(one)));
        } else {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    @Override
    public void close() {
        ServiceHelper.stopAndShutdownService(producer);
        http.close();
    }
}
