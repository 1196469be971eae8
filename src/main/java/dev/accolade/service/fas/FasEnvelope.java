package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
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

    private static final Set<String> VERDICTS = Set.of("success", "exc", "tg_errors", "tg_flash");

    /** Reads one part; begins at the part's first token and ends at its last. */
    interface Part {
        void read(JsonParser json) throws IOException;
    }

    /**
     * Reads the answer to its very end.
     *
     * @param parts by key; all keys that are neither a part nor a verdict are skipped
     * @throws UnexpectedAnswer when it is no object, or a part is not what it should be
     * @throws IOException      when it is cut off or broken
     */
    static FasEnvelope read(JsonParser json, Map<String, Part> parts) throws IOException {
        FasJson.require(json.nextToken(), JsonToken.START_OBJECT, "the answer");
        Set<String> seen = new HashSet<>();
        Map<String, JsonNode> verdicts = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            boolean holdsSomething = json.nextToken().isStructStart();
            if (parts.containsKey(key) && holdsSomething) {
                parts.get(key).read(json);
                seen.add(key);
            } else if (VERDICTS.contains(key)) {
                verdicts.put(key, json.readValueAsTree());
            } else {
                json.skipChildren();
            }
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "the answer");
        if (json.nextToken() != null) {
            throw FasJson.unexpected("something after the end of the answer");
        }
        return of(seen, verdicts);
    }

    private static FasEnvelope of(Set<String> seen, Map<String, JsonNode> verdicts) {
        Optional<JsonNode> errors = Optional.ofNullable(verdicts.get("tg_errors"));
        Optional<String> flash = Optional.ofNullable(verdicts.get("tg_flash")).map(JsonNode::textValue);
        return new FasEnvelope(Set.copyOf(seen),
                Optional.ofNullable(verdicts.get("success")).map(said -> said.isBoolean() && said.booleanValue()),
                Optional.ofNullable(verdicts.get("exc")).filter(name -> !name.isNull()).map(JsonNode::asText),
                errors.map(found -> !found.isNull() && !(found.isContainerNode() && found.isEmpty())).orElse(false),
                flash.map(text -> !text.isBlank()).orElse(false));
    }

    /** The one answer that means "there is no such thing": no success, and nothing that speaks of a failure. */
    boolean saysUnknown() {
        return parts.isEmpty() && success.equals(Optional.of(false)) && error.isEmpty() && !invalid && !flashed;
    }
}
