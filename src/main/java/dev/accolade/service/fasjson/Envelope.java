package dev.accolade.service.fasjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads {@code {"result": [...], "page": {...}}} as it arrives, however long the list is; other fields are passed over.
 * An {@link IllegalArgumentException} says what is missing. Source: docs/services/fasjson.md, fact 9.
 */
final class Envelope {

    private Envelope() {
    }

    /** @return the object under {@code page}; empty when the list is not paged */
    static Optional<JsonNode> read(JsonParser json, Consumer<JsonNode> item) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "no object");
        boolean found = false;
        Optional<JsonNode> page = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("result")) {
                require(!found && json.currentToken() == JsonToken.START_ARRAY, "no list under result");
                found = true;
                items(json, item);
            } else if (name.equals("page")) {
                page = Optional.of(json.readValueAsTree());
            } else {
                json.skipChildren();
            }
        }
        require(found, "no result");
        require(json.nextToken() == null, "more than one object");
        return page;
    }

    private static void items(JsonParser json, Consumer<JsonNode> item) throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(json.currentToken() == JsonToken.START_OBJECT, "something else than objects under result");
            item.accept(json.readValueAsTree());
        }
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
