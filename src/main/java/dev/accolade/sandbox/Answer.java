package dev.accolade.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a stand-in answers.
 *
 * @param status  HTTP status
 * @param headers in the order they are sent; a name may come twice; {@code Content-Length} is added by the server
 * @param body    empty for none
 */
public record Answer(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Answer {
        headers = List.copyOf(headers);
    }

    /** A body of text in UTF-8 under the given content type. */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, List.of(Map.entry("Content-Type", contentType)), text.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON body, compact, of anything Jackson writes. */
    public static Answer json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /** A JSON body under another content type. */
    public static Answer json(int status, String contentType, Object value) {
        try {
            return new Answer(status, List.of(Map.entry("Content-Type", contentType)), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stand-in's answer cannot be written as JSON", e);
        }
    }

    /** No body and no content type. */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), new byte[0]);
    }

    /** The same answer with one more header. */
    public Answer with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, more, body);
    }
}
