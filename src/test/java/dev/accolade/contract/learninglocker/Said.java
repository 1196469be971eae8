package dev.accolade.contract.learninglocker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer. */
record Said(HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    JsonNode json() {
        return read(response.body());
    }

    /** Media type without parameters; empty when there is none. */
    String type() {
        return header("Content-Type").orElse("").split(";")[0].trim();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("no JSON: " + json, notJson);
        }
    }
}
