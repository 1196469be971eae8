package dev.accolade.sandbox.fasjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.accolade.sandbox.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in the server's form: JSON with a newline at its end. */
final class Replies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replies() {
    }

    static Answer json(int status, Object value) {
        try {
            return Answer.text(status, "application/json", JSON.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the stand-in's answer cannot be written as JSON", impossible);
        }
    }

    static Answer result(Object result) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("result", result);
        return json(200, envelope);
    }

    static Answer message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    /** @param field what the refusal is about, repeated beside the message */
    static Answer message(int status, String message, String field, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put(field, value);
        return json(status, body);
    }

    /** The form of the library that reads parameters. */
    static Answer invalid(String parameter, String why) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", Map.of(parameter, why));
        body.put("message", "Input payload validation failed");
        return json(400, body);
    }

    static Answer unauthorized(String message) {
        return message(401, message).with("WWW-Authenticate", "Negotiate");
    }

    static Answer failure() {
        return message(500, "Internal Server Error");
    }
}
