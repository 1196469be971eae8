package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outer object of a FAS2 answer: what was asked for, or one of the ways in which FAS2 announces a failure under HTTP 200
 * (docs/services/fas.md, error envelope).
 *
 * @param parts   names of the asked parts that came, each read as a whole
 * @param success what {@code success} said, empty when the answer has none
 * @param error   short name of an application error; empty when there is none
 * @param invalid whether {@code tg_errors} named rejected parameters
 * @param flashed whether a text meant for a person came along
 */
record FasEnvelope(Set<String> parts, Optional<Boolean> success, Optional<String> error, boolean invalid, boolean flashed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads one part; begins at the part's first token and ends at its last. */
    interface Part {
        void read(JsonParser json) throws IOException;
    }

    /**
     * Reads the answer to its very end.
     *
     * @param parts by key; all other keys are skipped
     * @throws IOException when it is cut off or not a JSON object, or a part is not what it should be
     */
    static FasEnvelope read(InputStream body, Map<String, Part> parts) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            FasJson.require(json.nextToken(), JsonToken.START_OBJECT, json, "the answer");
            FasEnvelope envelope = read(json, parts);
            if (json.nextToken() != null) {
                throw FasJson.unexpected(json, "something after the end of the answer");
            }
            return envelope;
        }
    }

    private static FasEnvelope read(JsonParser json, Map<String, Part> parts) throws IOException {
        Set<String> seen = new HashSet<>();
        Optional<Boolean> success = Optional.empty();
        Optional<String> error = Optional.empty();
        boolean invalid = false;
        boolean flashed = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (parts.containsKey(key) && json.currentToken().isStructStart()) {
                parts.get(key).read(json);
                seen.add(key);
            } else {
                JsonNode value = json.readValueAsTree();
                switch (key) {
                    case "success" -> success = Optional.of(value.isBoolean() && value.booleanValue());
                    case "exc" -> error = Optional.ofNullable(value.textValue());
                    case "tg_errors" -> invalid = !value.isNull() && !(value.isContainerNode() && value.isEmpty());
                    case "tg_flash" -> flashed = value.isTextual() && !value.textValue().isBlank();
                    default -> { }
                }
            }
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, json, "the answer");
        return new FasEnvelope(seen, success, error, invalid, flashed);
    }
}
