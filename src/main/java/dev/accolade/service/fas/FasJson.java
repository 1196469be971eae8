package dev.accolade.service.fas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

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

    /** Names the place, never the text found there. */
    static UnexpectedAnswer unexpected(String what) {
        return new UnexpectedAnswer(what);
    }
}
