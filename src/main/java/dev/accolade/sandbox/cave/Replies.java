package dev.accolade.sandbox.cave;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.accolade.sandbox.Answer;

/** Answers in the server's ways: sorted JSON with a final newline, plain sentences, and HTML pages for what went wrong by itself. */
final class Replies {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final String HTML = "text/html; charset=utf-8";

    private Replies() {
    }

    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        try {
            return Answer.text(status, "application/json", JSON.writeValueAsString(value) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stand-in's answer cannot be written as JSON", e);
        }
    }

    static Answer success() {
        return json("success");
    }

    /** A plain sentence that calls itself HTML. */
    static Answer sentence(int status, String text) {
        return Answer.text(status, HTML, text);
    }

    static Answer page(int status) {
        String title = switch (status) {
            case 302 -> "Redirecting...";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 500 -> "Internal Server Error";
            default -> "Auth";
        };
        return Answer.text(status, HTML, "<!doctype html>\n<html lang=en>\n<title>" + status + " " + title + "</title>\n<h1>" + title + "</h1>\n");
    }
}
