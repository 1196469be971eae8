package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Strict reading of single values: what FAS2 always sends is never guessed when it is missing. */
final class FasJson {

    private FasJson() {
    }

    static void require(JsonToken found, JsonToken expected, String what) throws IOException {
        if (found != expected) {
            throw unexpected(what + " is not what FAS2 sends there");
        }
    }

    static long number(JsonParser json, String what) throws IOException {
        require(json.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
        return json.getLongValue();
    }

    static String text(JsonParser json, String what) throws IOException {
        require(json.currentToken(), JsonToken.VALUE_STRING, what);
        return json.getText();
    }

    /** Null for JSON's null. */
    static String textOrNull(JsonParser json, String what) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL ? null : text(json, what);
    }

    /** As Java's own: text, {@code Long}, {@code Double}, {@code Boolean}, null, list or {@link FasMap}. */
    static Object plain(JsonNode node) throws UnexpectedAnswer {
        if (node.isObject()) {
            return new FasMap<>(FasTree.object(node, "a value"));
        }
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            for (JsonNode item : node) {
                items.add(plain(item));
            }
            return Collections.unmodifiableList(items);
        }
        return node.isNumber() ? number(node) : node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
    }

    /** Whole numbers that fit into no {@code Long} stay what they are: nothing that is looked at is as large. */
    private static Number number(JsonNode node) throws UnexpectedAnswer {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? (Number) node.longValue() : node.bigIntegerValue();
        }
        if (!Double.isFinite(node.doubleValue())) {
            throw unexpected("a number is larger than any that FAS2 has");
        }
        return node.doubleValue();
    }

    /** Names the place, never the text found there. */
    static UnexpectedAnswer unexpected(String what) {
        return new UnexpectedAnswer(what);
    }
}
