package dev.accolade.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a stand-in sees it.
 *
 * @param method upper case
 * @param path   within the service, still percent-encoded, beginning with {@code /}, or empty when the address ended before it
 * @param query  raw query string without {@code ?}; empty when there is none
 * @param headers names in lower case, in the order sent
 * @param body   empty when there is none
 * @param base   address of the service as the client wrote it: {@code http://127.0.0.1:8090/badgr}
 * @param peer   address of the client
 */
public record Call(String method, String path, String query, Map<String, List<String>> headers, byte[] body, String base, String peer) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** First value of a header, by name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** Query parameters, decoded, in the order sent. */
    public Map<String, List<String>> parameters() {
        return decoded(query);
    }

    /** First value of a query parameter. */
    public Optional<String> parameter(String name) {
        return parameters().getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body read as {@code application/x-www-form-urlencoded}, whatever its content type says. */
    public Map<String, List<String>> form() {
        return decoded(text());
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; empty when it is not JSON or there is none. */
    public Optional<JsonNode> json() {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("a byte array could not be read", impossible);
        }
    }

    /** The same call with the first part of its path cut off. */
    Call below(String newPath, String newBase) {
        return new Call(method, newPath, query, headers, body, newBase, peer);
    }

    private static Map<String, List<String>> decoded(String pairs) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            values.computeIfAbsent(unescaped(name), key -> new ArrayList<>()).add(unescaped(value));
        }
        return values;
    }

    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
