package dev.accolade.service.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;

/** JSON in the body of an exchange, in the forms that routes have it. */
final class JsonBody {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {
    }

    /** @throws IllegalArgumentException when the body is neither a JSON tree, a map, a list nor text that is JSON; without the body */
    static JsonNode of(Object body) {
        if (body instanceof JsonNode json) {
            return json;
        }
        if (body instanceof Map || body instanceof Collection) {
            return JSON.valueToTree(body);
        }
        if (body instanceof String text && !text.isBlank()) {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException notJson) {
                throw new IllegalArgumentException("the body is text but not JSON");
            }
        }
        throw new IllegalArgumentException("the body is " + (body == null ? "empty" : "of " + body.getClass().getSimpleName())
                + "; JSON is needed, as a tree, a map, a list or a text");
    }
}
