package dev.accolade.service.http;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param method  upper case
 * @param path    below the connection's base address, percent-encoded, beginning with {@code /}
 * @param query   decoded names and values in the order sent; encoded here, so nothing else encodes them
 * @param headers names as sent
 * @param content the body, empty for none
 * @param reading whether it can change nothing on the server, so that it is harmless to send it again
 */
public record Request(String method, String path, List<Map.Entry<String, String>> query, Map<String, String> headers, Optional<Content> content,
        boolean reading) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** A body with its media type. */
    public record Content(String type, byte[] bytes) {

        public static final String JSON = "application/json";
        public static final String FORM = "application/x-www-form-urlencoded";
    }

    public Request {
        requireNonNull(method, "method is null");
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("path does not begin with a slash: " + path);
        }
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
        requireNonNull(content, "content is null");
    }

    public static Request of(String method, String path) {
        return new Request(method, path, List.of(), Map.of(), Optional.empty(), READING.contains(method));
    }

    /** The same as one that changes nothing, for services that read with POST. */
    public Request asReading() {
        return new Request(method, path, query, headers, content, true);
    }

    public Request with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, query, more, content, reading);
    }

    public Request query(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, value));
        return new Request(method, path, more, headers, content, reading);
    }

    public Request json(byte[] json) {
        return new Request(method, path, query, headers, Optional.of(new Content(Content.JSON, json)), reading);
    }

    public Request form(List<Map.Entry<String, String>> pairs) {
        return new Request(method, path, query, headers, Optional.of(new Content(Content.FORM, encoded(pairs).getBytes(StandardCharsets.UTF_8))), reading);
    }

    /** The query as it stands in the address, without {@code ?}; empty when there is none. */
    public String encodedQuery() {
        return encoded(query);
    }

    /** Method and path alone: a query or a body may hold what no message should show. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    private static String encoded(List<Map.Entry<String, String>> pairs) {
        return pairs.stream().map(pair -> escaped(pair.getKey()) + "=" + escaped(pair.getValue())).collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
