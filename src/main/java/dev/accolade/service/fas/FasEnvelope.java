package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * The outer object of a FAS2 answer: what was asked for, or one of the ways in which FAS2 announces a failure under HTTP 200
 * (docs/services/fas.md, errors).
 *
 * @param parts    names of the asked parts that came, each read as a whole
 * @param success  what {@code success} said, empty when the answer has none
 * @param error    short name of an application error; empty when there is none
 * @param rejected parameters that {@code tg_errors} named; empty when it was absent, and an empty list when it named none that can be shown
 * @param told     a text meant for a person; empty when there is none
 * @param rest     further single values, not too long
 */
record FasEnvelope(Set<String> parts, Optional<Boolean> success, Optional<String> error, Optional<List<String>> rejected, Optional<String> told,
        Map<String, Object> rest) {

    private static final Set<String> VERDICTS = Set.of("success", "exc", "tg_errors", "tg_flash");
    private static final int MOST_REST = 32;
    private static final int LONGEST_REST = 1000;

    /** Reads one part; begins at the part's first token and ends at its last. */
    interface Part {
        void read(JsonParser json) throws IOException;
    }

    /**
     * Reads the answer to its very end.
     *
     * @param parts by key; all other keys are verdicts, or are skipped but for single values
     * @throws UnexpectedAnswer when it is no object, says one thing twice, or a part is not what it should be
     * @throws IOException      when it is cut off or broken
     */
    static FasEnvelope read(JsonParser json, Map<String, Part> parts) throws IOException {
        FasJson.require(json.nextToken(), JsonToken.START_OBJECT, "the answer");
        Set<String> seen = new HashSet<>();
        Map<String, JsonNode> verdicts = new HashMap<>();
        Map<String, Object> rest = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            boolean holdsSomething = json.nextToken().isStructStart();
            if (parts.containsKey(key) && holdsSomething) {
                once(seen.add(key));
                parts.get(key).read(json);
            } else if (VERDICTS.contains(key)) {
                once(verdicts.put(key, json.readValueAsTree()) == null);
            } else if (holdsSomething) {
                json.skipChildren();
            } else {
                keep(json, key, rest);
            }
        }
        FasJson.require(json.currentToken(), JsonToken.END_OBJECT, "the answer");
        if (json.nextToken() != null) {
            throw FasJson.unexpected("something after the end of the answer");
        }
        return of(seen, verdicts, rest);
    }

    private static void once(boolean first) throws UnexpectedAnswer {
        if (!first) {
            throw FasJson.unexpected("one key comes twice");
        }
    }

    private static void keep(JsonParser json, String key, Map<String, Object> rest) throws IOException {
        if (rest.size() < MOST_REST && json.getTextLength() <= LONGEST_REST) {
            rest.put(key, FasJson.plain(json.readValueAsTree()));
        }
    }

    private static FasEnvelope of(Set<String> seen, Map<String, JsonNode> verdicts, Map<String, Object> rest) {
        Optional<JsonNode> errors = Optional.ofNullable(verdicts.get("tg_errors"));
        return new FasEnvelope(Set.copyOf(seen),
                Optional.ofNullable(verdicts.get("success")).map(said -> said.isBoolean() && said.booleanValue()),
                Optional.ofNullable(verdicts.get("exc")).filter(name -> !name.isNull()).map(JsonNode::asText),
                errors.filter(found -> !found.isNull() && !(found.isContainerNode() && found.isEmpty())).map(FasEnvelope::names),
                Optional.ofNullable(verdicts.get("tg_flash")).map(JsonNode::textValue).filter(text -> !text.isBlank()),
                new FasMap<>(rest));
    }

    private static List<String> names(JsonNode errors) {
        Iterable<String> names = errors::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).filter(name -> name.matches("[a-z_]{1,30}")).limit(10).toList();
    }

    /** The one answer that means "there is no such thing": no success, and nothing that speaks of a failure. */
    boolean saysUnknown() {
        boolean silent = error.isEmpty() && rejected.isEmpty() && told.isEmpty() && complaint().isEmpty();
        return parts.isEmpty() && success.equals(Optional.of(false)) && silent;
    }

    /** What a query says about its parameters beside {@code success: false}. */
    Optional<String> complaint() {
        return rest.get("error") instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
