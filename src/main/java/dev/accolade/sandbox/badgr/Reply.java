package dev.accolade.sandbox.badgr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accolade.sandbox.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler answers, not yet written as bytes, so that writing happens outside the lock.
 *
 * @param status  HTTP status
 * @param json    the body; empty for none
 * @param type    content type; empty for the negotiated one
 * @param headers further headers
 * @param ready   an answer that is complete already and wins over all the others
 * @param items   how many assertions were issued, for the delay that issuing may be given
 */
record Reply(int status, Optional<JsonNode> json, Optional<String> type, List<Map.Entry<String, String>> headers, Optional<Answer> ready, int items) {

    private static final String PAGE = "<!DOCTYPE html><html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n";

    /** Any JSON, bare. */
    static Reply bare(int status, JsonNode json) {
        return new Reply(status, Optional.of(json), Optional.empty(), List.of(), Optional.empty(), 0);
    }

    /** JSON under a content type that does not depend on {@code Accept}. */
    static Reply typed(int status, String type, JsonNode json) {
        return new Reply(status, Optional.of(json), Optional.of(type), List.of(), Optional.empty(), 0);
    }

    /** The envelope of success; {@code result} is always an array. */
    static Reply ok(int status, ArrayNode result) {
        return bare(status, envelope("ok", result));
    }

    static Reply ok(int status, JsonNode one) {
        return ok(status, Json.array().add(one));
    }

    static ObjectNode envelope(String description, ArrayNode result) {
        ObjectNode body = Json.object();
        body.putObject("status").put("success", true).put("description", description);
        body.set("result", result);
        return body;
    }

    /** A status and nothing else, still under the negotiated content type where the status allows a body. */
    static Reply nothing(int status) {
        return new Reply(status, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), 0);
    }

    static Reply ready(Answer answer) {
        return new Reply(answer.status(), Optional.empty(), Optional.empty(), List.of(), Optional.of(answer), 0);
    }

    static Reply redirect(int status, String location) {
        return ready(Answer.text(status, "text/html; charset=utf-8", "").with("Location", location));
    }

    /** A page for people, such as the real server sends where it failed or knows no such route. */
    static Reply page(int status, String title) {
        return ready(Answer.text(status, "text/html", String.format(PAGE, title)));
    }

    Reply with(String name, String value) {
        return new Reply(status, json, type, List.of(Map.entry(name, value)), ready, items);
    }

    Reply issued(int count) {
        return new Reply(status, json, type, headers, ready, count);
    }

    Answer answer(String negotiated) {
        if (ready.isPresent()) {
            return ready.get();
        }
        String contentType = type.orElse(negotiated);
        Answer answer = json.map(body -> Answer.json(status, contentType, body))
                .orElseGet(() -> status == 204 ? Answer.empty(204) : Answer.text(status, contentType, ""));
        for (Map.Entry<String, String> header : headers) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
